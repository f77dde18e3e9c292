import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleEditions } from '../../../samples/index.ts';
import { factsAnswer, presentFacts } from './api.ts';
import { factsOf } from './model.ts';
import { pressSheet, shareIn } from './press-sheet.ts';
import { definitionOf, factDefinition, factName, sentence, shareWords } from './words.ts';

const editions = sampleEditions();
const edition = (year: number) => structuredClone(editions.find((one) => one.edition.year === year)!);
const AT = '2022-11-24T10:00:00Z';
const sheet = (language: 'zh' | 'en', change: (content: (typeof editions)[number]) => void = () => {}) => {
  const content = edition(2022);
  change(content);
  return pressSheet(factsOf(content, edition(2021), AT), language).map(({ text }) => text);
};

test('the press sheet of 2022 says what was said of 2022', () => {
  assert.deepEqual(
    sheet('en').filter((_, at) => at !== 4),
    [
      'The forum comprises 126 activities in all.',
      'There are 60 parallel forums, 2.4 times the number of the edition before.',
      'Of these, 27 are led by ministries and central bodies, about half of the total.',
      '22 sub-venues are set up in 14 countries.',
      '28 major results are to be released, 22 of them hard technology, nearly 80% of the total.',
      'Outside the main dates, 15 year-round events have been held this year.',
    ],
  );
  assert.ok(sheet('zh').includes('论坛将发布28项重大成果，其中硬科技成果22项，占总数近八成。'));
  assert.ok(sheet('zh').includes('共举办60场平行论坛，论坛数量为上届的2.4倍。'));
});

test('more than 70 countries and regions are there', () => {
  const facts = factsOf(edition(2022), null, AT);
  assert.ok(facts.find(({ key }) => key === 'countries')!.value > 70);
});

test('change one record and the sentence changes', () => {
  const before = sheet('en');
  const after = sheet('en', (content) => {
    content.activities.find(({ kind }) => kind === 'parallel-forum')!.state = 'cancelled';
  });
  assert.ok(before.includes('The forum comprises 126 activities in all.'));
  assert.ok(after.includes('The forum comprises 125 activities in all.'));
  assert.ok(after.some((text) => text.startsWith('There are 59 parallel forums')));
});

test('what is still to come has not been, what is over is not to come', () => {
  const inJune = pressSheet(factsOf(edition(2022), null, '2022-06-01T00:00:00Z'), 'en').map(({ text }) => text);
  assert.ok(inJune.includes('Outside the main dates, 15 events are planned year-round.'));
  // The last day is over when it is in Beijing.
  const results = (asOf: string) => pressSheet(factsOf(edition(2022), null, asOf), 'zh').find(({ facts }) => facts[0] === 'results')!.text;
  assert.equal(results('2022-11-30T15:59:59Z'), '论坛将发布28项重大成果，其中硬科技成果22项，占总数近八成。');
  assert.equal(results('2022-11-30T16:00:00Z'), '论坛发布28项重大成果，其中硬科技成果22项，占总数近八成。');
});

/** As `edition.move` leaves an edition whose days are not known. */
function putOff(content: (typeof editions)[number]): void {
  Object.assign(content.edition, { startsOn: null, endsOn: null, status: 'announced' });
  for (const activity of content.activities)
    if (activity.kind !== 'year-round' && activity.state === 'published') activity.state = 'postponed';
}

test('what is put off with its edition is planned and counts; what is put off by itself or called off does not', () => {
  const content = edition(2022);
  const before = factsOf(content, edition(2021), AT);
  putOff(content);
  const planned = factsOf(content, edition(2021), AT);
  assert.deepEqual(
    planned.map(({ key, value }) => [key, value]),
    before.map(({ key, value }) => [key, value]),
  );
  assert.deepEqual([before[0]!.planned, planned[0]!.planned], [false, true]);
  assert.equal(pressSheet(planned, 'en')[0]!.text, '126 activities are planned in all.');
  assert.equal(pressSheet(planned, 'en')[1]!.text, '60 parallel forums are planned, 2.4 times the number of the edition before.');
  assert.equal(pressSheet(planned, 'zh')[0]!.text, '本届论坛计划举办126场活动。');
  assert.match(definitionOf('zh', planned[0]!), /日期待定，此为计划数/);
  assert.doesNotMatch(definitionOf('zh', before[0]!), /计划数/);

  const [one, two] = content.activities.filter(({ kind }) => kind === 'parallel-forum');
  one!.postponedAlone = true;
  two!.state = 'cancelled';
  assert.equal(pressSheet(factsOf(content, null, AT), 'en')[0]!.text, '124 activities are planned in all.');
  // With the days known again it is as if nothing of the edition waited.
  content.edition.startsOn = '2022-11-25';
  assert.equal(factsOf(content, null, AT)[0]!.value, 0);
});

test('every fact opens to exactly the rows it counts, each once', () => {
  for (const { key, value, rows } of factsOf(edition(2022), null, AT)) {
    assert.equal(rows.length, value, key);
    assert.equal(new Set(rows.map(({ id }) => id)).size, value, key);
  }
});

test('every fact has a name and a definition in both languages', () => {
  for (const messages of [factName.messages, factDefinition.messages, sentence.messages, shareWords.messages]) {
    for (const message of Object.values(messages)) assert.ok(message.zh && message.en);
  }
});

test('a share never claims more than the numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (whole, some) => {
      const part = Math.min(some, whole);
      const text = shareIn('en', part, whole);
      const share = (part / whole) * 100;
      const percent = Number(/(\d+)%/.exec(text)?.[1] ?? NaN);
      if (text.startsWith('nearly')) assert.ok(share < percent && percent - share <= 3, text);
      else if (text.startsWith('half')) assert.equal(share, 50);
      else if (text.startsWith('about half')) assert.ok(Math.abs(share - 50) <= 5);
      else if (text.includes('all')) assert.equal(part, whole);
      else assert.ok(Math.abs(share - percent) <= 0.5, text);
    }),
  );
});

test('the interface tells facts in the shape that it describes', () => {
  const told = presentFacts(
    {
      edition: '2022',
      number: 6,
      publishedAt: AT,
      before: { slug: '2021' },
      facts: factsOf(edition(2022), edition(2021), AT),
    },
    'https://forum.example',
  );
  const plain: unknown = JSON.parse(JSON.stringify(told));
  assert.deepEqual(factsAnswer.parse(plain), plain);
  const forums = told.facts.find(({ key }) => key === 'parallel-forums')!;
  assert.equal(forums.rows.length, forums.value);
  assert.match(forums.rows[0]!.url!, /^https:\/\/forum\.example\/zh\/2022\/activities\//);
});
