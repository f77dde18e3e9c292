import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import fc from 'fast-check';
import { testDatabase } from '#platform/database/testing.ts';
import { both, onlyIn } from '#registry/text.ts';
import { sampleContent } from './content.example.ts';
import type { EditionContent } from './content.ts';
import type { SearchAnswer, SearchQuery } from './house.ts';
import { indexPublication, searchPublished } from './search.server.ts';

const asked = (text: string, options: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  language: 'zh',
  edition: null,
  type: null,
  limit: 20,
  offset: 0,
  ...options,
});

async function library(t: TestContext, ...contents: EditionContent[]) {
  const { db } = await testDatabase(t);
  for (const content of contents) {
    const { series, edition } = content;
    await sql`insert into series (id, slug, name) values (${series.id}, ${series.slug}, ${JSON.stringify(series.name)})
      on conflict do nothing`.execute(db);
    await sql`insert into edition (id, series_id, slug, year, name, status, languages, time_zone)
      values (${edition.id}, ${series.id}, ${edition.slug}, ${edition.year}, ${JSON.stringify(edition.name)}, 'open', '{zh,en}', 'Asia/Shanghai')`.execute(
      db,
    );
    await db.transaction().execute((tx) => indexPublication(tx, { content }));
  }
  return {
    db,
    search: (text: string, options?: Partial<SearchQuery>) => searchPublished(db, asked(text, options)),
    index: (content: EditionContent) => db.transaction().execute((tx) => indexPublication(tx, { content })),
  };
}

const paths = (answer: SearchAnswer) => answer.hits.map((hit) => hit.path);
const hitText = (pieces: { text: string; hit: boolean }[]) => pieces.filter((piece) => piece.hit).map((piece) => piece.text);

function programme(): EditionContent {
  const content = sampleContent();
  const [first, second] = content.activities;
  first!.title = both('脑机接口与类脑智能论坛', 'Forum on brain–computer interfaces');
  first!.abstract = both('讨论柔性电极的植入。', 'How flexible electrodes are implanted, and by whom.');
  second!.title = both('量子计算前沿论坛', 'Frontiers of quantum computing');
  second!.abstract = both('发展中国家的科研合作，也谈脑机接口。', 'Research co-operation, with a word on brain–computer interfaces.');
  first!.sessions[0]!.title = onlyIn('en', 'Decoding speech from cortical signals');
  return content;
}

test('both languages, several forms of a word, names and codes find their documents', async (t) => {
  const { search } = await library(t, programme());
  const first = '/example-2022/activities/forum-1';
  const second = '/example-2022/activities/forum-2';
  for (const text of ['脑机接口', '腦機接口', '类脑智能', 'brain computer interface', 'Brain-Computer Interfaces', 'BRAIN‐COMPUTER']) {
    assert.equal(paths(await search(text))[0], first, text);
  }
  for (const text of ['量子计算', '子计', 'Quantum', 'quant', '量子 frontier', '\uff31uantum'])
    assert.equal(paths(await search(text))[0], second, text);
  assert.equal(paths(await search('讲者一'))[0], '/example-2022/people/sample-speaker-1');
  assert.equal(paths(await search('Sample Institute'))[0], '/example-2022/organisations/sample-institute');
  assert.equal(paths(await search('301'))[0], '/example-2022/places/room-301');
  assert.equal(paths(await search('柔性电极'))[0], '/example-2022/results/electrode');
  assert.ok(paths(await search('A61B')).includes(first));
});

test('a title weighs more than a name, and a name more than a text', async (t) => {
  const content = programme();
  content.organisations[0]!.name = both('量子研究院', 'Sample Institute');
  content.activities[1]!.hosts = [];
  content.activities[0]!.sessions = [];
  content.results[0]!.abstract = both('与量子有关。', 'About it.');
  content.results[0]!.owners = [];
  const { search } = await library(t, content);
  const order = paths(await search('量子'));
  const at = (path: string) => order.findIndex((one) => one.endsWith(path));
  assert.ok(at('/activities/forum-2') < at('/activities/forum-1'), 'title before host');
  assert.ok(at('/organisations/sample-institute') < at('/activities/forum-1'), 'title before host');
  assert.ok(at('/activities/forum-1') < at('/results/electrode'), 'host before text');
  assert.ok(at('/results/electrode') > 0);
});

test('words in quotation marks must stand side by side', async (t) => {
  const { search } = await library(t, programme());
  assert.deepEqual(paths(await search('"flexible electrodes are"')), ['/example-2022/activities/forum-1']);
  assert.deepEqual(paths(await search('"electrodes flexible"')), []);
  assert.deepEqual(paths(await search('“柔性电极的植入”')), ['/example-2022/activities/forum-1']);
  assert.equal((await search('"电极植入"')).total, 0);
  assert.ok((await search('电极植入')).total > 0);
});

test('a word across the border of two others is found, but later than the word itself', async (t) => {
  const content = programme();
  content.activities[0]!.abstract = both('中国的合作。', 'Co-operation.');
  const order = paths(await (await library(t, content)).search('中国', { type: 'activity' }));
  assert.deepEqual(order, ['/example-2022/activities/forum-1', '/example-2022/activities/forum-2']);
});

test('a letter is found by who wrote it, for whom and by its words, and leads to where it stands; withdrawn it is found no more', async (t) => {
  const content = programme();
  const id = '0b7b1f4e-6a35-4c7e-8f0a-2f7d3a9c1e55';
  content.letters = [
    {
      id,
      kind: 'congratulation',
      sender: both('国际示例协会主席', 'The president of the Example Association'),
      office: both('国际示例协会', 'Example Association'),
      writtenOn: '2022-11-20',
      body: both('谨致热烈祝贺，愿各方共话月球基地。', 'Warm congratulations, and may all speak of a base on the Moon.'),
      sample: true,
    },
  ];
  const { search, index } = await library(t, content);
  for (const text of ['示例协会主席', 'president of the Example Association', '月球基地', 'base on the Moon', '贺信 月球', 'letter moon']) {
    const { hits } = await search(text);
    assert.deepEqual([hits[0]?.type, hits[0]?.path], ['letter', `/example-2022/letters#letter-${id}`], text);
  }
  const { hits, byType } = await search('月球', { type: 'letter' });
  assert.deepEqual([hits.length, byType], [1, { letter: 1 }]);
  delete content.letters;
  await index(content);
  assert.equal((await search('月球基地')).total, 0);
});

test('a word that is found nowhere is replaced by the one that was meant, and the answer says so', async (t) => {
  const { search } = await library(t, programme());
  const cases = [
    ['quantm computing', 'quantum computing'],
    ['Brian-computer', 'brain-computer'],
    ['elecrtode', 'electrode'],
    ['量子计祘', '量子计算'],
    ['类脑只能', '类脑智能'],
    ['interfasces', 'interfaces'],
  ];
  for (const [typed, meant] of cases) {
    const answer = await search(typed!);
    assert.equal(answer.corrected, meant, typed);
    assert.ok(answer.total > 0);
  }
  assert.equal((await search('quantum')).corrected, null);
  assert.deepEqual(await search('xyzzyplugh'), { total: 0, hits: [], byType: {}, corrected: null });
});

test('where the words are never found together, any of them will do', async (t) => {
  const { search } = await library(t, programme());
  const answer = await search('quantum xyzzyplugh');
  assert.ok(answer.total > 0);
  assert.equal(answer.corrected, null);
});

test('a hit is shown in the language of its reader where it has it, and says which it is', async (t) => {
  const { search } = await library(t, programme());
  const [zh] = (await search('brain computer', { type: 'activity' })).hits;
  assert.deepEqual([zh!.title.language, zh!.excerpt.language], ['zh', 'en']);
  const [en] = (await search('electrodes', { type: 'activity', language: 'en' })).hits;
  assert.equal(en!.title.language, 'en');
  assert.deepEqual(hitText(en!.excerpt.pieces), ['electrodes']);
  assert.equal(en!.excerpt.pieces.map((piece) => piece.text).join(''), 'How flexible electrodes are implanted, and by whom.');
  // Written in English only, and found in Chinese through the topic it belongs to.
  const sessions = (await search('脑机接口', { type: 'session' })).hits;
  const speech = sessions.find((hit) => hit.path.endsWith('/talk-11'));
  assert.equal(speech!.title.language, 'en');
});

test('editions and types filter, types are counted, pages follow each other', async (t) => {
  const older = programme();
  older.edition = { ...older.edition, id: '00000000-0000-4000-8000-000200000009', slug: 'example-2021', year: 2021 };
  const { search } = await library(t, older, programme());
  const all = await search('论坛', { limit: 100 });
  assert.equal(all.total, all.hits.length);
  assert.equal(
    all.total,
    Object.values(all.byType).reduce((sum, count) => sum + count, 0),
  );
  const activities = await search('论坛', { type: 'activity' });
  assert.equal(activities.total, 4);
  assert.deepEqual(activities.byType, all.byType);
  assert.deepEqual(
    activities.hits.map((hit) => hit.edition.year),
    [2022, 2021, 2022, 2021],
    'of equal hits the younger edition comes first',
  );
  const one = await search('论坛', { edition: 'example-2021' });
  assert.ok(one.hits.every((hit) => hit.edition.slug === 'example-2021'));
  const paged = [];
  for (let offset = 0; offset < all.total; offset += 3) paged.push(...paths(await search('论坛', { limit: 3, offset })));
  assert.deepEqual(paged, paths(all));
  assert.equal((await search('论坛', { edition: 'nowhere' })).total, 0);
});

test('a new publication replaces all that was found of its edition before', async (t) => {
  const { search, index, db } = await library(t, programme());
  assert.ok((await search('quantum')).total > 0);
  const next = programme();
  next.activities.pop();
  await index(next);
  assert.equal((await search('quantum')).total, 0);
  assert.equal((await search('quantm')).corrected, null);
  const { rows } = await sql<{ left: number }>`select count(*)::integer as left from search_term where term = 'quantum'`.execute(db);
  assert.equal(rows[0]!.left, 0);
});

test('a publication writes only the documents that are different', async (t) => {
  const { db, index } = await library(t, programme());
  const ids = async () => (await sql<{ id: number; path: string }>`select id, path from search_document order by path`.execute(db)).rows;
  const before = await ids();
  await index(programme());
  assert.deepEqual(await ids(), before);
  const next = programme();
  next.results[0]!.abstract = both('新的说明。', 'A new word.');
  await index(next);
  const after = await ids();
  const changed = after.filter((row, at) => row.id !== before[at]!.id).map((row) => row.path);
  assert.deepEqual(changed, ['/example-2022/results/electrode']);
});

test('no text is an error', async (t) => {
  const { search } = await library(t, programme());
  const hostile = [
    "'",
    '"',
    '""',
    "\\' & | ! <-> :*",
    '(((',
    '脑 & !',
    ':*',
    '\0',
    '\ud800',
    '%_%',
    "'; drop table edition; --",
    '<b>x</b>',
    '"brain',
    'a:*',
    '-',
  ];
  for (const text of hostile) assert.ok((await search(text)).total >= 0, text);
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.constantFrom('脑机', '接口', '"', '“', 'brain', "'", '\\', '&', '|', '!', '<->', ':*', '(', ' ', '-', '1', '\0'), {
        maxLength: 60,
      })
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(anything, fc.integer(), fc.double(), async (text, offset, limit) => {
      const answer = await search(text, { offset, limit });
      assert.ok(answer.hits.length <= answer.total);
    }),
    { numRuns: 300 },
  );
});
