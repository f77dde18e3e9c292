import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { both } from '#registry/text.ts';
import { sampleContent } from './content.example.ts';
import type { EditionContent } from './content.ts';
import { describeChange } from './describe.ts';
import { difference } from './difference.ts';
import { nextPublication } from './versions.ts';

const edited = (edit: (content: EditionContent) => void): EditionContent => {
  const content = sampleContent();
  edit(content);
  return content;
};
const linesOf = (edit: (content: EditionContent) => void) =>
  difference(sampleContent(), edited(edit)).map((change) => describeChange(change, 'en'));

test('a content is not different from itself, however its keys are ordered', () => {
  const content = sampleContent();
  const reordered = JSON.parse(JSON.stringify(content), (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
  ) as EditionContent;
  assert.deepEqual(difference(content, reordered), []);
});

test('every kind of change is told in words', () => {
  assert.deepEqual(
    linesOf((content) => (content.activities[0]!.endsAt = '2022-11-26T04:00:00Z')),
    ['Sample forum 1: time 08:30–11:30 → 08:30–12:00'],
  );
  assert.deepEqual(
    linesOf((content) => (content.activities[1]!.room = content.places[2]!.id)),
    ['Sample forum 2: room Room 305 → Room 301'],
  );
  assert.deepEqual(
    linesOf((content) => (content.activities[1]!.state = 'cancelled')),
    ['Sample forum 2: state Published → Cancelled'],
  );
  assert.deepEqual(
    linesOf((content) => (content.activities[0]!.sessions[0]!.people = [])),
    ['Talk 11 (Sample forum 1): people without Sample Speaker One'],
  );
  assert.deepEqual(
    linesOf((content) => content.activities.pop()),
    ['Removed: Sample forum 2'],
  );
  assert.deepEqual(
    linesOf((content) => (content.people[0]!.name = both('示例讲者甲', 'Sample Speaker A'))),
    ['Sample Speaker A: name Sample Speaker One → Sample Speaker A'],
  );
});

/** Every value anywhere in a content, as a path of keys. */
function* paths(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  if (value === null || typeof value !== 'object') yield path;
  else for (const [key, item] of Object.entries(value)) yield* paths(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

test('no change of anything in an activity, a session, a place, a person, an organisation or a result goes unseen', () => {
  const all = [...paths(sampleContent())].filter(
    // An item's identity says which item it is.
    ([list, , key, , deeper]) =>
      list !== 'series' && list !== 'travel' && key !== 'id' && key !== 'sample' && key !== 'ipc' && deeper !== 'id' && list !== 'fields',
  );
  fc.assert(
    fc.property(fc.constantFrom(...all), (path) => {
      if ((path[0] === 'edition' || path[0] === 'series') && (path[1] === 'id' || path[1] === 'sample')) return;
      const content = sampleContent();
      let at = content as unknown as Record<string | number, unknown>;
      for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
      const last = path.at(-1)!;
      const value = at[last];
      at[last] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value as string}x`;
      assert.notDeepEqual(difference(sampleContent(), content), [], path.join('.'));
    }),
    { numRuns: 400 },
  );
});

test('drafts, and what only drafts refer to, are in no publication', () => {
  const working = edited((content) => {
    content.activities[0]!.state = 'scheduled';
    content.people[0]!.hidden = ['country'];
  });
  const { content } = nextPublication(null, working, '2022-11-01T00:00:00Z', 'x');
  const text = JSON.stringify(content);
  for (const secret of ['Sample forum 1', 'Talk 11', 'Sample Speaker One', 'Flexible electrode', 'hidden'])
    assert.ok(!text.includes(secret), secret);
  assert.ok(text.includes('Sample forum 2'));
});

test('a hidden field is neither in the publication nor in its difference', () => {
  const open = nextPublication(null, sampleContent(), '2022-11-01T00:00:00Z', 'a');
  assert.equal(open.content.people[0]!.country, 'SG');
  const hidden = nextPublication(
    open,
    edited((content) => (content.people[0]!.hidden = ['country'])),
    '2022-11-02T00:00:00Z',
    'b',
  );
  assert.equal(hidden.content.people[0]!.country, null);
  const other = edited((content) => Object.assign(content.people[0]!, { hidden: ['country'], country: 'FR' }));
  assert.deepEqual(nextPublication(hidden, other, '2022-11-03T00:00:00Z', 'c').changes, []);
});

test('each published change raises the sequence once; what is withdrawn is remembered until it comes back', () => {
  const at = (day: number) => `2022-11-0${day}T00:00:00Z`;
  const [first, second] = [sampleContent().activities[0]!, sampleContent().activities[1]!];
  const one = nextPublication(null, sampleContent(), at(1), '1');
  assert.deepEqual(one.revisions, {});
  const two = nextPublication(
    one,
    edited((content) => {
      content.activities[0]!.capacity = 9;
      content.activities[0]!.sessions[0]!.cancelled = true;
    }),
    at(2),
    '2',
  );
  assert.deepEqual(two.revisions[first.id], { sequence: 1, at: at(2) });
  assert.deepEqual(two.revisions[first.sessions[0]!.id], { sequence: 1, at: at(2) });
  assert.equal(two.revisions[second.id], undefined);
  const three = nextPublication(
    two,
    edited((content) => content.activities.shift()),
    at(3),
    '3',
  );
  assert.deepEqual(
    three.withdrawn.map(({ id }) => id),
    [first.id, ...first.sessions.map(({ id }) => id)],
  );
  assert.deepEqual(three.revisions[first.id], { sequence: 2, at: at(3) });
  assert.deepEqual(three.revisions[first.sessions[1]!.id], { sequence: 1, at: at(3) });
  const four = nextPublication(three, sampleContent(), at(4), '4');
  assert.deepEqual(four.withdrawn, []);
  assert.deepEqual(four.revisions[first.id], { sequence: 3, at: at(4) }, 'a calendar must be told that it is back');
});
