/** What else goes by the days of an edition is told before it moves, and moves, stays or ends with it as was decided. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Kysely } from 'kysely';
import { changesTold } from '#boards/audit/telling.ts';
import { auditTrail } from '#boards/audit/views.server.ts';
import { commandLine } from '#platform/actor.ts';
import type { DB } from '#platform/database/schema.ts';
import { testDatabase } from '#platform/database/testing.ts';
import '#boards/notices/listeners.server.ts';
import '#boards/notices/move.server.ts';
import { addDraft, issuedOf, markIssued, type NewDraft } from '#boards/notices/store.server.ts';
import { tellsOfDays } from '#boards/notices/tells-of-days.ts';
import { putCommitteeMeeting, putInCommittees } from '#boards/preparation/committees/actions.server.ts';
import '#boards/preparation/committees/move.server.ts';
import { putInPlan, tickInPlan } from '#boards/preparation/plan/actions.server.ts';
import '#boards/preparation/plan/move.server.ts';
import { sampleContent } from '#boards/programme/content.example.ts';
import { moveEdition } from '#boards/programme/moving/actions.server.ts';
import { editionMovePreview } from '#boards/programme/moving/views.server.ts';
import { writeContent } from '#boards/programme/store.server.ts';
import { both, type PageLanguage } from '#registry/text.ts';
import { trailWord } from '#ui/desk/trail-words.ts';

const call = { actor: commandLine, now: new Date('2022-09-15T10:00:00Z') };
const edition = 'example-2022';
const reason = { zh: '改期', en: 'Moved' };
const pair = (text: string) => ({ zh: text, en: text });
const December = { startsOn: '2022-12-10', endsOn: '2022-12-11' };

/** What the trail tells of the decisions of the move. */
async function decisionsTold(db: Kysely<DB>, language: PageLanguage): Promise<string[]> {
  const trail = await auditTrail({ db, ...call }, { edition, verb: 'edition.move' });
  assert.ok(trail.ok);
  const { names, timeZone, entries } = trail.value;
  const changes = changesTold(entries[0]!.before, entries[0]!.after, { language, timeZone, names, word: trailWord(language) });
  const colon = language === 'zh' ? '：' : ': ';
  return changes.filter(({ field }) => field.startsWith('decisions')).map(({ label, after }) => `${label}${colon}${after!.text}`);
}

test('states, choices and weights of the trail have words', () => {
  const zh = trailWord('zh');
  assert.deepEqual(
    [
      zh('state', 'waived', 'state'),
      zh('keep', 'published', 'keep'),
      zh('moves', 'some', 'moves'),
      zh('key', 'activities', 'figures.0.key'),
    ],
    ['免除', '已公布的不动', '一般', '活动'],
  );
});

test('milestones, meetings and notices', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const milestone = async (title: string, dueOn: string) => {
    const put = await putInPlan({ db, ...call }, { edition, title: pair(title), owner: pair('o'), dueOn, days: 1, waitsFor: [] });
    assert.ok(put.ok);
    return put.value.id;
  };
  const kept = await milestone('print', '2022-11-10');
  const along = await milestone('hall', '2022-11-24');
  const done = await milestone('done', '2022-10-01');
  assert.ok((await tickInPlan({ db, ...call }, { edition, milestone: done, version: 1, on: '2022-09-14' })).ok);
  await milestone('late', '2022-09-01');

  const committee = await putInCommittees({ db, ...call }, { edition, kind: 'executive', name: pair('Executive'), since: '2022-01-01' });
  assert.ok(committee.ok);
  const meeting = async (title: string, on: string) => {
    const put = await putCommitteeMeeting(
      { db, ...call },
      { edition, committee: committee.value.id, title: pair(title), on, state: 'planned' },
    );
    assert.ok(put.ok, JSON.stringify(put));
    return put.value.id;
  };
  await meeting('before as ever', '2022-10-20');
  const lookingBack = await meeting('looking back', '2022-12-01');

  let number = 0;
  const notice = async (more: Partial<NewDraft>) => {
    const id = randomUUID();
    const nothing = { validFrom: null, validUntil: null, roads: null, replaces: null };
    const texts = { issuer: both('办', 'Office'), title: both('题', 'Title'), body: both('文', 'Text') };
    const audience = { is: 'everybody' } as const;
    const draft: NewDraft = { id, edition: content.edition.id, kind: 'announcement', ...texts, ...nothing, audience, ...more };
    await addDraft(db, draft, 'test', '2022-09-01T00:00:00Z');
    await markIssued(db, { id, replaces: null }, ++number, 'test', '2022-09-01T00:00:00Z');
    return id;
  };
  await notice({ body: both('入场须知', 'How to get in') });
  const named = await notice({ body: both('11月26日起封路', 'Closed from 26 November') });
  const binding = await notice({ validFrom: '2022-11-26T00:00:00Z', validUntil: '2022-11-27T10:00:00Z' });

  const breaks = async (to: typeof December | null) => {
    const preview = await editionMovePreview({ db, ...call }, { edition, to });
    assert.ok(preview.ok);
    return preview.value.breaks;
  };
  const keys = (list: { key: string }[]) => list.map(({ key }) => key).sort();
  const known = await breaks(December);
  assert.deepEqual(
    keys(known),
    [`milestone ${kept}`, `milestone ${along}`, `meeting ${lookingBack}`, `notice ${named}`, `notice ${binding}`].sort(),
  );
  const why = known.find(({ key }) => key === `milestone ${along}`)!.why.texts.en;
  assert.equal(why, 'It is due on 24 November 2022, 2 days before the first day; moved along, on 8 December 2022.');
  assert.ok(known.every(({ at }) => at));
  // Where the new days are not known nothing can move along.
  assert.deepEqual(keys(await breaks(null)), ['milestones', `meeting ${lookingBack}`, `notice ${named}`, `notice ${binding}`].sort());

  const decisions = {
    [`milestone ${kept}`]: { choose: 'accept' },
    [`milestone ${along}`]: { choose: 'shift' },
    [`meeting ${lookingBack}`]: { choose: 'shift' },
    [`notice ${named}`]: { choose: 'accept', reason: 'Another follows' },
    [`notice ${binding}`]: { choose: 'withdraw' },
  } as const;
  const open = await moveEdition({ db, ...call }, { edition, to: December, reason });
  assert.ok(!open.ok && open.problem.is === 'unsettled');
  assert.ok((await moveEdition({ db, ...call }, { edition, to: December, reason, decisions })).ok);
  const told = async (language: PageLanguage) => new Set(await decisionsTold(db, language));
  assert.deepEqual(
    await told('zh'),
    new Set([
      '处理方式 · 公告：题：保持不变（理由：Another follows）',
      '处理方式 · 公告：题：撤回',
      '处理方式 · 筹备计划：print：保持不变',
      '处理方式 · 筹备计划：hall：随论坛改期',
      '处理方式 · 组委会会议：looking back：随论坛改期',
    ]),
  );
  assert.deepEqual(
    await told('en'),
    new Set([
      'Decision · Notices: Title: Leave it as it is (Reason: Another follows)',
      'Decision · Notices: Title: Withdraw it',
      'Decision · Plan: print: Leave it as it is',
      'Decision · Plan: hall: Move with the edition',
      'Decision · Meetings of committees: looking back: Move with the edition',
    ]),
  );

  const due = await db.selectFrom('milestone').select(['id', 'due_on']).where('id', 'in', [kept, along]).execute();
  assert.deepEqual(
    new Map(due.map(({ id, due_on }) => [id, due_on])),
    new Map([
      [kept, '2022-11-10'],
      [along, '2022-12-08'],
    ]),
  );
  const timers = await db.selectFrom('timer').select('due_at').where('key', 'like', `${along} %`).orderBy('due_at').execute();
  assert.equal(timers[0]!.due_at, '2022-12-01T01:00:00Z');
  const { meets_on } = await db.selectFrom('committee_meeting').select('meets_on').where('id', '=', lookingBack).executeTakeFirstOrThrow();
  assert.equal(meets_on, '2022-12-15');
  const states = (await issuedOf(db, content.edition.id)).map(({ id, state }) => [id, state]);
  assert.deepEqual(new Map(states as [string, string][]).get(binding), 'withdrawn');
  assert.deepEqual(new Map(states as [string, string][]).get(named), 'issued');
});

test('a notice tells of days by its hours or its words, and not by others that only look like them', () => {
  const days = { startsOn: '2027-04-02', endsOn: '2027-04-03' };
  const told = (zh: string, en = 'x', more: { validFrom?: string } = {}) =>
    tellsOfDays(
      { title: both('题', 'T'), body: both(zh, en), validFrom: null, validUntil: null, roads: null, ...more },
      days,
      'Asia/Shanghai',
    );
  assert.equal(told('4月2日至3日'), 'text');
  assert.equal(told('x', 'from 1 to 3 April'), 'text');
  assert.equal(told('x', 'April 2, 2027'), 'text');
  assert.equal(told('14月2日，4月22日', '12 April, 30 April, April 23'), null);
  // The second of April begins in Beijing while it is still the first in Greenwich.
  assert.equal(told('x', 'x', { validFrom: '2027-04-01T16:00:00Z' }), 'hours');
  assert.equal(told('x', 'x', { validFrom: '2027-04-01T15:00:00Z' }), null);
});
