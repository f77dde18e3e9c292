import assert from 'node:assert/strict';
import { test } from 'node:test';
import { both } from '#registry/text.ts';
import { actorTold, changesTold, lineTold, subjectTold, type Telling } from './telling.ts';

const ID = '5f0c1f6e-8f6e-4c7a-9d43-0a5f3c1f6e8f';
const names = { [ID]: both('昆仑厅', 'Kunlun Hall'), 'office@forum.example': '张三 / Zhang San' };
const telling = (language: 'zh' | 'en'): Telling => ({
  language,
  timeZone: 'Asia/Shanghai',
  names,
  word: (field, value) => (field === 'state' && value === 'held' ? '已举办' : null),
});

test('fields are told in words, ids by what they stand for, days and moments in the language of the page', () => {
  const before = { room: null, startsAt: '2027-05-14T01:00:00Z', sessions: [{}, { room: ID }], title: both('甲', 'A') };
  const after = { room: ID, startsAt: '2027-05-15', sessions: [{}, { room: null }], title: both('乙', 'A'), state: 'held', odd: true };
  assert.deepEqual(changesTold(before, after, telling('zh')), [
    {
      field: 'startsAt',
      label: '开始',
      before: { text: '2027年5月14日 09:00', raw: '2027-05-14T01:00:00Z' },
      after: { text: '2027年5月15日', raw: '2027-05-15' },
    },
    { field: 'sessions.1.room', label: '环节 2 · 会场', before: { text: '昆仑厅', raw: ID }, after: null },
    { field: 'title.zh', label: '标题（中文）', before: { text: '甲' }, after: { text: '乙' } },
    { field: 'room', label: '会场', before: null, after: { text: '昆仑厅', raw: ID } },
    { field: 'state', label: '状态', before: null, after: { text: '已举办', raw: 'held' } },
    { field: 'odd', label: 'odd', before: null, after: { text: '是', raw: 'true' } },
  ]);
  const [first, , title] = changesTold(before, after, telling('en'));
  assert.equal(first!.before!.text, '14 May 2027, 09:00');
  assert.equal(title!.label, 'Title (Chinese)');
});

test('what is known by no name stands as the trail has it', () => {
  const unknown = ID.replace('5', '6');
  assert.deepEqual(changesTold(null, { [unknown]: unknown }, telling('en')), [
    { field: unknown, label: unknown, before: null, after: { text: unknown } },
  ]);
  assert.deepEqual(actorTold('cli', telling('en')), { text: 'cli' });
  assert.deepEqual(subjectTold(`activity ${unknown}`, telling('zh')), { text: `活动：${unknown}`, raw: `activity ${unknown}` });
});

test('who acted and on what', () => {
  assert.deepEqual(actorTold('office@forum.example', telling('en')), { text: 'Zhang San', raw: 'office@forum.example' });
  const told = (subject: string) => [subjectTold(subject, telling('zh')).text, subjectTold(subject, telling('en')).text];
  assert.deepEqual(told(`place ${ID}`), ['地点：昆仑厅', 'Place: Kunlun Hall']);
  assert.deepEqual(told('edition 2027'), ['本届论坛：2027', 'Edition: 2027']);
  assert.deepEqual(told(`committee ${ID} member ${ID}`), ['委员会：昆仑厅 · 成员：昆仑厅', 'Committee: Kunlun Hall · Member: Kunlun Hall']);
  assert.deepEqual(told('account office@forum.example'), ['账号：张三', 'Account: Zhang San']);
});

test('a decision is told whole: what it was about, what was chosen and why', () => {
  const why = both('昆仑厅停用', 'Kunlun Hall cannot be used');
  const decisions = [
    { kind: 'clashes', about: both('开幕式', 'Opening ceremony'), why, choose: 'accept', reason: 'Works end earlier' },
    { kind: 'odd', about: both('里程碑', 'Milestone'), choose: 'shift', reason: '' },
  ];
  const words: Record<string, string> = { 'breaks clashes': 'New clashes', 'choose accept': 'Leave it' };
  const word = (field: string, value: string, path: string) =>
    value === 'shift' ? `Along (${path})` : (words[`${field} ${value}`] ?? null);
  const told = changesTold({ on: '2027-04-01' }, { decisions, on: '2027-05-01' }, { ...telling('en'), word });
  assert.deepEqual(told.slice(1), [
    {
      field: 'decisions.0',
      label: 'Decision · New clashes: Opening ceremony',
      before: null,
      after: { text: 'Leave it (Reason: Works end earlier)', raw: 'accept', note: 'Kunlun Hall cannot be used' },
    },
    { field: 'decisions.1', label: 'Decision · odd: Milestone', before: null, after: { text: 'Along (odd)', raw: 'shift' } },
  ]);
  assert.match(lineTold(told, 'en'), /; Decision · New clashes: Opening ceremony: Leave it \(Reason: Works end earlier\) \(Kunlun Hall/);
  // A list of other decisions is told as any list is.
  assert.deepEqual(
    changesTold(null, { decisions: ['yes'] }, telling('en')).map(({ label }) => label),
    ['Decision 1'],
  );
});

test('a change on one line', () => {
  const changes = (language: 'zh' | 'en') => changesTold({ room: ID, capacity: 3 }, { capacity: 4, locked: true }, telling(language));
  assert.equal(lineTold(changes('zh'), 'zh'), '会场：昆仑厅 →；容量：3 → 4；锁定：是');
  assert.equal(lineTold(changes('en'), 'en'), 'Room: Kunlun Hall →; Capacity: 3 → 4; Locked: yes');
});
