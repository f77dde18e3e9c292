import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Actor } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { letter } from '#platform/mail/letter.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import type { Role, Scope } from '#platform/permissions.ts';
import { both } from '#registry/text.ts';
import { writeContent } from '#boards/programme/store.server.ts';
import { smallEdition } from '#boards/programme/pages/small-edition.ts';
import { discardMessages, editBatch, editMessage, releaseMessages, retryMessages } from '#boards/mail/actions.server.ts';
import { batch as batchView, message as messageView, outbox } from '#boards/mail/views.server.ts';

const AT = '2026-11-01T00:00:00Z';

/** An edition with a batch of three held letters, two in English and one in Chinese. */
async function stage(t: TestContext) {
  const { db } = await testDatabase(t);
  const content = smallEdition();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const { id: edition, slug } = content.edition;
  const to = (name: string, language: 'zh' | 'en') => ({
    to: { address: `${name.toLowerCase()}@sample.example`, name },
    language,
    subject: language === 'zh' ? '请补充资料' : 'Something is missing',
    body: letter({
      language,
      name,
      parts: [language === 'zh' ? '议程尚缺一项。' : 'The agenda lacks a talk.'],
      from: content.edition.name,
      why: language === 'zh' ? '您参与本届论坛的筹备。' : 'You prepare a forum of this edition.',
    }),
  });
  const write = (by: string, title: string) =>
    db.transaction().execute((tx) =>
      writeMessages(
        tx,
        {
          edition,
          kind: 'nudge',
          about: `edition ${slug}`,
          title: both(title, title),
          by,
          held: true,
          messages: [to('Ada', 'en'), to('Bo', 'en'), to('李', 'zh')].map((one, at) => ({
            ...one,
            to: { ...one.to, address: `p${at}@sample.example` },
          })),
        },
        AT,
      ),
    );
  const as = (role: Role, scope: Scope = { is: 'edition', edition }, name: string = role): { db: typeof db; actor: Actor; now: Date } => ({
    db,
    actor: { name, account: null, grants: [{ role, scope }] },
    now: new Date(AT),
  });
  return { db, edition, slug, write, as, batch: (await write('office@sample.example', 'A nudge'))! };
}

const value = <Value>(outcome: { ok: true; value: Value } | { ok: false; problem: unknown }): Value => {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
};

test('released messages go, discarded ones never, and both stand in the audit trail', async (t) => {
  const { db, slug, as, batch } = await stage(t);
  const office = as('office');
  const { messages } = value(await batchView(office, { edition: slug, batch }));
  assert.deepEqual(value(await releaseMessages(office, { batch, messages: [messages[0]!.id] })), { count: 1 });
  assert.deepEqual(value(await discardMessages(office, { batch, messages: [messages[1]!.id] })), { count: 1 });
  const refused = await releaseMessages(office, { batch, messages: [messages[0]!.id, messages[1]!.id] });
  assert.deepEqual(refused, { ok: false, problem: { is: 'nothing-to-do' } });
  assert.deepEqual(value(await outbox(office, { edition: slug })).batches[0]!.counts, { held: 1, queued: 1, discarded: 1 });
  assert.deepEqual(
    (await db.selectFrom('audit_entry').select(['verb', 'before', 'after']).orderBy('id').execute()).map(({ verb, before, after }) => [
      verb,
      before,
      after,
    ]),
    [
      ['message.release', { held: 1 }, { release: 1 }],
      ['message.discard', { held: 1 }, { discard: 1 }],
    ],
  );
  assert.equal((await releaseMessages(as('press'), { batch })).ok, false);
});

test('two people who release the same batch at once let each message go once', async (t) => {
  const { as, batch } = await stage(t);
  const outcomes = await Promise.all([1, 2, 3].map(() => releaseMessages(as('office'), { batch })));
  assert.deepEqual(outcomes.map((outcome) => (outcome.ok ? outcome.value.count : 0)).toSorted(), [0, 0, 3]);
});

test('what failed is tried anew', async (t) => {
  const { db, slug, as, batch } = await stage(t);
  await db.updateTable('message').set({ state: 'failed', attempts: 20, failure: '550 gone' }).execute();
  assert.deepEqual(value(await retryMessages(as('office'), { batch })), { count: 3 });
  const { messages } = value(await batchView(as('office'), { edition: slug, batch }));
  assert.deepEqual(
    messages.map(({ state, attempts, failure }) => [state, attempts, failure]),
    Array.from({ length: 3 }, () => ['queued', 0, null]),
  );
});

test('a held text is changed for all who share it, greetings stay, and nobody overwrites what they have not seen', async (t) => {
  const { slug, as, batch } = await stage(t);
  const office = as('office');
  const { shared } = value(await batchView(office, { edition: slug, batch }));
  const english = shared.find(({ language }) => language === 'en')!;
  assert.equal(english.count, 2);
  const was = { subject: english.subject, body: english.body.replaceAll('\n', '\r\n') };
  const change = { batch, language: 'en' as const, subject: 'One talk is missing', body: 'Please add a talk.\r\n\r\n-- \r\nThe office' };
  assert.deepEqual(value(await editBatch(office, { ...change, was })), { count: 2 });
  assert.deepEqual(await editBatch(office, { ...change, was }), { ok: false, problem: { is: 'stale' } });
  const { messages } = value(await batchView(office, { edition: slug, batch }));
  const ada = messages.find(({ toName }) => toName === 'Ada')!;
  const read = value(await messageView(office, { edition: slug, batch, message: ada.id })).message;
  assert.deepEqual([read.subject, read.body], ['One talk is missing', 'Dear Ada,\n\nPlease add a talk.\n\n-- \nThe office\n']);

  const mine = { batch, message: ada.id, subject: 'For Ada', body: 'Dear Ada,\n\nonly you.' };
  assert.deepEqual(await editMessage(office, { ...mine, was: { subject: 'x', body: read.body } }), { ok: false, problem: { is: 'stale' } });
  value(await editMessage(office, { ...mine, was: read }));
  assert.equal(
    value(await batchView(office, { edition: slug, batch })).shared.some(({ language }) => language === 'en'),
    false,
  );
  value(await releaseMessages(office, { batch }));
  assert.deepEqual(await editMessage(office, { ...mine, was: mine }), { ok: false, problem: { is: 'not-held' } });
});

test('batches are found by title and recipient; whoever manages a board sees what they wrote and no more', async (t) => {
  const { edition, slug, as, write, batch } = await stage(t);
  const board = as('board-manager', { is: 'board', edition, board: 'forum' }, 'board@sample.example');
  const own = await write('board@sample.example', '100% _ready_');
  const titles = async (call: typeof board, more: object) =>
    value(await outbox(call, { edition: slug, ...more })).batches.map(({ id }) => id);
  assert.deepEqual((await titles(as('office'), {})).length, 2);
  assert.deepEqual(await titles(as('office'), { q: 'nudge P1@' }), [batch]);
  assert.deepEqual(await titles(as('office'), { q: '100% _r' }), [own]);
  assert.deepEqual(await titles(as('office'), { state: 'sent' }), []);
  assert.deepEqual(await titles(board, {}), [own]);
  assert.equal((await batchView(board, { edition: slug, batch })).ok, false);
  assert.equal((await outbox(as('host-lead'), { edition: slug })).ok, false);
});

test('whoever reads the outbox does not read the key of a personal link', async (t) => {
  const { db, edition, slug, as } = await stage(t);
  const key = 'egnnt2jxuPEURqGSgHBj6BXivYOvKcLm3z9U9ZVJi2A';
  const body = `Open it:\n{site}/en/invitations/speaker/${key}\nor {site}/en/invitations/${key}\n`;
  const to = { address: 'a@sample.example', name: 'A' };
  const about = { edition, kind: 'speaker-invitation', about: 'activity x', title: both('邀请', 'Invitation'), by: 'host', held: false };
  const id = await writeMessages(db, { ...about, messages: [{ to, language: 'en', subject: 'Please come', body }] }, AT);
  const { id: one } = await db.selectFrom('message').select('id').where('batch_id', '=', id!).executeTakeFirstOrThrow();
  const read = await messageView(as('auditor'), { edition: slug, batch: id!, message: one });
  assert.ok(read.ok);
  assert.equal(read.value.message.body, 'Open it:\n{site}/en/invitations/speaker/…\nor {site}/en/invitations/…\n');
  const kept = await db.selectFrom('message').select('body').where('id', '=', one).executeTakeFirstOrThrow();
  assert.equal(kept.body, body, 'the mail itself goes out as it was written');
});
