import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { both, onlyIn } from '#registry/text.ts';
import { draftSessions } from './agenda.ts';
import { type Counted, fullQuotas, type Question, type Quota, takesIn } from './call.ts';
import { answersOf, contentInput } from './input.ts';
import {
  emptyContent,
  lackOfAnswer,
  mayTake,
  merged,
  minutesOf,
  missing,
  PROPOSAL_STATES,
  type ProposalContent,
  type Step,
  STEPS,
  unmerged,
} from './model.ts';
import { meanOf, type Review, scoresOf, verdictOf, visibleReviews } from './reviews.ts';

const CHOICES = { languages: ['zh', 'en'], days: ['2027-04-16', '2027-04-17'], focuses: ['f1'], topics: ['t1'], places: ['p1'] };
const whole = (): ProposalContent => ({
  ...emptyContent(),
  title: both('量子计算论坛', 'Quantum Computing Forum'),
  focus: 'f1',
  aims: both('交流进展。', 'To share progress.'),
  languages: ['zh'],
  foreignShare: 20,
  contact: { name: 'Sample', email: 'sample@example.org', phone: '' },
  wishes: { ...emptyContent().wishes, expected: 200, days: ['2027-04-17'], parts: ['afternoon'] },
  agenda: [
    { kind: 'opening', title: both('致辞', 'Opening'), minutes: 10 },
    { kind: 'keynote', title: both('主旨报告', 'Keynote'), minutes: 50 },
  ],
});
const pathsOf = (content: ProposalContent, answers = {}, questions: Question[] = []) =>
  missing(content, answers, { questions }, CHOICES).map(({ path, why }) => `${path} ${why}`);

test('a whole proposal lacks nothing, an empty one says where', () => {
  assert.deepEqual(pathsOf(whole()), []);
  assert.deepEqual(pathsOf(emptyContent()), [
    'title.zh required',
    'aims.zh required',
    'focus required',
    'languages required',
    'foreignShare required',
    'contact.name required',
    'contact.email required',
    'wishes.expected required',
    'agenda.0.title.zh required',
  ]);
});

test('what the public will read is told in both languages, days are those of the edition, and none is wished and avoided', () => {
  assert.deepEqual(pathsOf({ ...whole(), title: onlyIn('en', 'Quantum') }), ['title.zh both-languages']);
  const wishes = { ...whole().wishes, days: ['2027-04-16', '2028-01-01'], avoidedDays: ['2027-04-16'] };
  assert.deepEqual(pathsOf({ ...whole(), wishes }), ['wishes.days outside-edition', 'wishes.avoidedDays day-both-ways']);
  assert.deepEqual(pathsOf({ ...whole(), contact: { name: 'A', email: 'nowhere', phone: '' }, foreignShare: 120 }), [
    'foreignShare percent',
    'contact.email mail',
  ]);
});

test('answers fit their questions', () => {
  const question = (kind: Question['kind']): Question => ({
    key: 'q',
    kind,
    label: both('问', 'Q'),
    help: null,
    required: true,
    options: [{ key: 'a', label: both('甲', 'A') }],
  });
  assert.deepEqual(pathsOf(whole(), {}, [question('line')]), ['answers.q required']);
  const cases: [Question['kind'], string | string[], ReturnType<typeof lackOfAnswer>][] = [
    ['number', '12.5', null],
    ['number', 'many', 'number'],
    ['date', '2027-04-17', null],
    ['date', '17 April', 'date'],
    ['yes-no', 'yes', null],
    ['yes-no', 'perhaps', 'unknown'],
    ['choice', 'a', null],
    ['choice', 'b', 'unknown'],
    ['choices', ['a', 'b'], 'unknown'],
    ['link', 'https://example.org/x', null],
    ['link', 'example', 'link'],
    ['line', 'x'.repeat(301), 'too-long'],
  ];
  for (const [kind, answer, expected] of cases) assert.equal(lackOfAnswer(question(kind), answer), expected, `${kind} ${String(answer)}`);
});

test('every step leads from some state to another, and none out of nothing', () => {
  for (const state of PROPOSAL_STATES)
    for (const [step, { from, to }] of Object.entries(STEPS)) {
      assert.equal(mayTake(step as Step, state), (from as readonly string[]).includes(state));
      assert.notEqual(state, mayTake(step as Step, state) ? to : null, `${step} leads back to ${state}`);
    }
  assert.ok(!mayTake('accept', 'draft') && !mayTake('submit', 'accepted') && !mayTake('accept', 'declined'));
});

test('a call takes in until its deadline; what was returned until its own', () => {
  const call = { state: 'open' as const, closesAt: '2027-01-10T10:00:00Z', resubmitBy: '2027-01-20T10:00:00Z' };
  assert.ok(takesIn(call, false, '2027-01-10T10:00:00Z'));
  assert.ok(!takesIn(call, false, '2027-01-10T10:00:01Z'));
  assert.ok(takesIn({ ...call, state: 'closed' }, true, '2027-01-15T00:00:00Z'));
  assert.ok(!takesIn({ ...call, state: 'draft' }, false, '2027-01-01T00:00:00Z'));
});

test('of any order of hand-ins, no quota is ever exceeded and none is refused while there is room', () => {
  const quota = fc.record({
    of: fc.constantFrom<Quota['of']>('all', 'focus', 'organisation'),
    category: fc.constantFrom('f1', 'f2'),
    counts: fc.constant<Quota['counts']>('submitted'),
    places: fc.integer({ min: 0, max: 4 }),
  });
  const incoming = fc.record({ organisation: fc.constantFrom('a', 'b', 'c'), focus: fc.constantFrom('f1', 'f2', null) });
  fc.assert(
    fc.property(fc.array(quota, { maxLength: 4 }), fc.array(incoming, { maxLength: 12 }), (quotas, arriving) => {
      const all: Counted[] = [];
      for (const [at, one] of arriving.entries()) {
        const proposal: Counted = { id: String(at), state: 'draft', topic: null, ...one };
        const full = fullQuotas(quotas, all, proposal, 'submitted');
        const taken = (given: Quota) =>
          all.filter(
            (other) =>
              given.of === 'all' || (given.of === 'focus' ? other.focus === given.category : other.organisation === proposal.organisation),
          ).length;
        const concerned = quotas.filter((given) => given.of !== 'focus' || given.category === proposal.focus);
        assert.deepEqual(
          full,
          concerned.filter((given) => taken(given) >= given.places),
        );
        if (full.length === 0) all.push({ ...proposal, state: 'submitted' });
      }
    }),
  );
});

test('what is merged in comes out again', () => {
  const item = fc.record({
    kind: fc.constantFrom('talk' as const, 'panel' as const),
    title: fc.string({ minLength: 1 }).map((text) => onlyIn('en', text)),
    minutes: fc.integer({ min: 5, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(item), fc.array(item), (ours, theirs) => {
      const into = { ...whole(), agenda: ours };
      const joined = merged(into, { ...whole(), agenda: theirs }, 'other', 'lead');
      assert.equal(minutesOf(joined), minutesOf({ agenda: [...ours, ...theirs] }));
      assert.deepEqual(joined.hosts, [{ organisation: 'other', role: 'co-host' }]);
      const apart = unmerged(joined, { ...whole(), agenda: theirs }, 'other');
      assert.deepEqual(apart.agenda, ours);
      assert.deepEqual(apart.hosts, []);
    }),
  );
});

test('a draft agenda begins when its host wished, one session after the other', () => {
  const sessions = draftSessions(whole(), { startsOn: '2027-04-16', timeZone: 'Asia/Shanghai' });
  assert.deepEqual(
    sessions.map(({ startsAt, endsAt }) => [startsAt, endsAt]),
    [
      ['2027-04-17T06:00:00Z', '2027-04-17T06:10:00Z'],
      ['2027-04-17T06:10:00Z', '2027-04-17T07:00:00Z'],
    ],
  );
});

test('a form is read leniently: blank rows go, empty fields are absent', () => {
  const content = contentInput.parse({
    title: { zh: '  论坛 ', en: '' },
    focus: '',
    foreignShare: '',
    wishes: { expected: '300', places: ['', ''], streamed: 'on', days: ['2027-04-16'] },
    agenda: [
      { kind: 'talk', title: { zh: '', en: '' }, minutes: '' },
      { kind: 'panel', title: { zh: '圆桌', en: '' }, minutes: '40' },
    ],
    guests: [{ name: { zh: '', en: '' }, organisation: '' }],
  });
  assert.deepEqual(content.title, { source: 'zh', texts: { zh: '论坛' } });
  assert.equal(content.agenda.length, 1);
  assert.deepEqual(
    [content.focus, content.foreignShare, content.wishes.expected, content.wishes.streamed, content.guests.length],
    [null, null, 300, true, 0],
  );
  assert.deepEqual(answersOf({ a: ' ', b: [], c: 'x' }), { c: 'x' });
});

const CRITERIA = [
  { key: 'quality', label: both('质量', 'Quality'), weight: 3 },
  { key: 'reach', label: both('影响', 'Reach'), weight: 1 },
];
const review = (account: string, scores: Record<string, number> | null, conflict: string | null = null): Review => ({
  account,
  name: account,
  conflict,
  scores,
  comment: null,
  advice: null,
  at: '2027-01-01T00:00:00Z',
});

test('scores are weighed, their mean and spread told', () => {
  assert.equal(meanOf(review('a', { quality: 5, reach: 1 }), CRITERIA), 4);
  const verdict = verdictOf(
    [review('a', { quality: 5, reach: 1 }), review('b', { quality: 2, reach: 2 }), review('c', null, 'own')],
    CRITERIA,
  );
  assert.deepEqual([verdict.count, verdict.conflicts, verdict.mean, verdict.spread], [2, 1, 3, 2]);
  assert.equal(scoresOf({ quality: '6', reach: '1' }, CRITERIA), null);
  assert.equal(scoresOf({ quality: '4' }, CRITERIA), null);
  assert.deepEqual(scoresOf({ quality: '4', reach: '1' }, CRITERIA), { quality: 4, reach: 1 });
});

test('nobody sees who else scored before scoring, and never under a conflict of interest', () => {
  const reviews = [review('a', { quality: 5, reach: 1 }), review('b', null, 'own institute')];
  assert.equal(visibleReviews(reviews, 'c', false), null);
  assert.equal(visibleReviews(reviews, 'b', false), null);
  assert.equal(visibleReviews(reviews, 'a', false)?.length, 2);
  assert.equal(visibleReviews(reviews, 'c', true)?.length, 2);
});
