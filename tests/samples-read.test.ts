/** The sample programme reads like one: little is said twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleEditions } from '../samples/index.ts';

const content = sampleEditions().at(-1)!;
const sessions = content.activities.flatMap((activity) => activity.sessions);
/** What every agenda has, and calls by the same name. */
const HOUSEKEEPING = new Set(['opening', 'break', 'closing', 'other', 'ceremony']);

const counted = (texts: readonly string[]): [text: string, times: number][] => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
};

for (const language of ['zh', 'en'] as const) {
  test(`no two talks, panels, pitches or releases have one title (${language})`, () => {
    const titles = sessions.filter(({ kind }) => !HOUSEKEEPING.has(kind)).map(({ title }) => title.texts[language]!);
    assert.ok(titles.length > 500);
    assert.deepEqual(
      counted(titles).filter(([, times]) => times > 1),
      [],
    );
  });

  test(`no two activities have one title or abstract (${language})`, () => {
    for (const field of ['title', 'abstract'] as const) {
      const texts = content.activities.map((activity) => activity[field]!.texts[language]!);
      assert.equal(new Set(texts).size, texts.length);
    }
  });

  test(`abstracts of sessions hardly repeat (${language})`, () => {
    const abstracts = sessions.flatMap(({ abstract }) => (abstract ? [abstract.texts[language]!] : []));
    const [most] = counted(abstracts);
    assert.ok(most![1] <= 3, `${most![1]} times: ${most![0]}`);
    assert.ok(new Set(abstracts).size / abstracts.length > 0.95);
  });
}

test('English titles begin with a capital and have no full stop; Chinese ones neither', () => {
  for (const { title } of [...content.activities, ...sessions]) {
    assert.match(title.texts['en']!, /^[“]?[\p{Lu}\d]/u, title.texts['en']);
    assert.doesNotMatch(title.texts['en']!, /\.$/);
    assert.doesNotMatch(title.texts['zh']!, /。$/);
  }
});

test('abstracts end as sentences do', () => {
  for (const { abstract } of [...content.activities, ...sessions]) {
    if (!abstract) continue;
    assert.match(abstract.texts['zh']!, /[。？]$/);
    assert.match(abstract.texts['en']!, /[.?”]$/);
  }
});
