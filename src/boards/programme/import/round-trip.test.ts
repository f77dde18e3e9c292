import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { EditionContent } from '../content.ts';
import { arbitraryEdition } from '../formats/arbitrary.ts';
import { jsonErrors, sourceOf, xmlErrors } from '../formats/testing.ts';
import { smallEdition } from '../pages/small-edition.ts';
import { publicView } from '../versions.ts';
import { OUT } from './formats.example.ts';
import { planImport } from './plan.ts';
import { readFile } from './read-file.ts';

const LANGUAGES = ['zh', 'en', 'de'];
const common = { series: null, known: [], published: new Set<string>(), gone: null, now: '2022-10-01T00:00:00Z', zone: null };

async function imported(file: string | Buffer, existing: EditionContent | null) {
  const outcome = await readFile(Buffer.from(file), { zone: existing?.edition.timeZone ?? null });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return planImport({ ...common, file: outcome.value, into: '2022', existing });
}

for (const [format, write] of Object.entries(OUT)) {
  test(`${format}: out and in again is no change`, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEdition, fc.constantFrom(...LANGUAGES), async (content, language) => {
        const plan = await imported(write(sourceOf(publicView(content), language)), content);
        assert.deepEqual(plan.changes, []);
        assert.deepEqual(plan.content, content);
      }),
      { numRuns: 60 },
    );
  });
}

/** Addresses, and what an address is made of, belong to the edition that a file was made from. */
const withoutAddresses = (text: string): string =>
  text
    .replace(/\r\n /g, '')
    .replace(/https:\/\/forum\.example\.org[^<"\s,]*/g, '')
    .replace(/test_forum_2022-\d+-[a-z0-9-]*/g, '');

for (const format of ['schedule.xml', 'schedule.json', 'ics']) {
  test(`${format}: into a new edition and out again is the same file`, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEdition, fc.constantFrom('zh', 'en'), async (content, language) => {
        const start = publicView(content);
        const file = String(OUT[format]!(sourceOf(start, language)));
        if (!/<event |"guid"|BEGIN:VEVENT/.test(file)) return;
        const { content: made } = await imported(file, null);
        const again = String(OUT[format]!(sourceOf({ ...made, series: start.series }, language)));
        const differing = (text: string) => withoutAddresses(text).split('\n');
        const [before, after] = [differing(file), differing(again)];
        assert.deepEqual(after, before);
      }),
      { numRuns: 60 },
    );
  });
}

test('an imported file imported again changes nothing', async () => {
  for (const [format, write] of Object.entries(OUT)) {
    const file = write(sourceOf(smallEdition(), 'zh'));
    const { content, makes } = await imported(file, null);
    assert.ok(makes);
    const again = await imported(file, content);
    assert.deepEqual(again.changes, [], format);
    assert.deepEqual(again.content, content, format);
  }
});

test('whatever an edition holds, its schedules are valid', async (t) => {
  const errors: string[] = [];
  for (const content of fc.sample(arbitraryEdition, { numRuns: 40, seed: 7 })) {
    const source = sourceOf(publicView(content), 'zh');
    const found = [
      await xmlErrors(String(OUT['schedule.xml']!(source))),
      jsonErrors(String(OUT['schedule.json']!(source)), 'schema.json'),
      jsonErrors(String(OUT['schedule2']!(source)), 'schema2.json'),
    ];
    if (found.includes(null)) return t.skip('../shared/data/formats is not here');
    errors.push(...found.flatMap((list) => list ?? []));
  }
  assert.deepEqual(errors.slice(0, 10), []);
});
