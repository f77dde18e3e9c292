import { sql } from 'kysely';
import { onAttention } from '#registry/attention.server.ts';
import { both } from '#registry/text.ts';

onAttention('issue notice', async (db, { edition }) => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from notice where edition_id = ${edition.id} and state = 'draft'`.execute(db);
  return [
    { key: 'notices', what: both('份公告草稿等待发布', 'draft notices to issue'), count: rows[0]!.count, path: 'notices', urgent: false },
  ];
});
