/**
 * How long a move of the full edition takes, preview and commit, against a plain publish of the same edition in the same run:
 * `node bench/move.ts [--rounds 5]`. The figures wanted: preview within 3 s, commit within 5 s.
 */
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { publishProgramme } from '../src/boards/programme/actions.server.ts';
import { moveEdition } from '../src/boards/programme/moving/actions.server.ts';
import { plusDays } from '../src/boards/programme/moving/model.ts';
import { editionMovePreview } from '../src/boards/programme/moving/views.server.ts';
import { writeContent } from '../src/boards/programme/store.server.ts';
import { commandLine } from '../src/platform/actor.ts';
import { testDatabase } from '../src/platform/database/testing.ts';
import { finalContent2022 } from '../samples/history-2022.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const cleanUps: (() => unknown)[] = [];
const { db } = await testDatabase({ after: (work) => cleanUps.push(work as () => unknown) });
await db.transaction().execute((tx) => writeContent(tx, finalContent2022()));
const call = { db, actor: commandLine };
await publishProgramme(call, { edition: '2022' });

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
const rows: Record<'preview' | 'commit' | 'publish', number[]> = { preview: [], commit: [], publish: [] };
for (let round = 1; round <= Number(values.rounds); round++) {
  const startsOn = plusDays('2022-11-25', round * 7);
  const to = { startsOn, endsOn: plusDays(startsOn, 5) };
  rows.preview.push(await timed(() => editionMovePreview(call, { edition: '2022', to })));
  const reason = { zh: '测量', en: 'Measured' };
  rows.commit.push(
    await timed(async () => {
      const outcome = await moveEdition(call, { edition: '2022', to, reason });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    }),
  );
  // As much to publish as a move has: every title another.
  await sql`update activity set title = jsonb_set(title, '{texts,en}', to_jsonb(title -> 'texts' ->> 'en' || ' ')), version = version + 1`.execute(
    db,
  );
  rows.publish.push(await timed(() => publishProgramme(call, { edition: '2022' })));
}
const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
const plain = median(rows.publish);
for (const [name, list] of Object.entries(rows)) {
  const most = Math.max(...list);
  console.log(
    `${name.padEnd(8)} median ${median(list).toFixed(0)} ms, most ${most.toFixed(0)} ms, ${(median(list) / plain).toFixed(2)} of a publish`,
  );
}
for (const cleanUp of cleanUps) await cleanUp();
