import assert from 'node:assert/strict';
import { test } from 'node:test';
import { both, onlyIn, PAGE_LANGUAGES, type PageLanguage } from '#registry/text.ts';
import { sampleContent } from '../content.example.ts';
import type { EditionContent } from '../content.ts';
import type { Published } from '../house.ts';
import { indexOf } from '../index-of.ts';
import { nextPublication } from '../versions.ts';
import { bookOf } from './book-of.ts';
import { programmeBook } from './programme-book.ts';
import { setBook } from './setting.ts';

function published(content: EditionContent): Published {
  const publication = nextPublication(null, content, '2022-11-24T10:00:00Z', '00000000-0000-4000-8000-00000000000a');
  return { publication, index: indexOf(publication.content) };
}

const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

for (const language of PAGE_LANGUAGES) {
  test(`a small programme becomes a book with contents, indexes, bookmarks and its own fonts (${language})`, () => {
    const { pdf, pages, warnings, accessible } = setBook(bookOf(published(sampleContent()), language));
    assert.deepEqual(warnings, []);
    assert.ok(accessible, 'PDF/UA-1, every character has a glyph');
    assert.ok(pages > 6, `${pages} pages`);
    const file = latin(pdf);
    assert.match(file, /^%PDF-1\.7/);
    assert.match(file, /%%EOF\s*$/);
    assert.match(file, new RegExp(`/Lang ?\\(${language}`));
    for (const part of ['/Outlines', '/StructTreeRoot', '/Marked true', '/FontFile2']) assert.ok(file.includes(part), part);
    assert.match(file, /NotoSerifSC-Regular/);
    assert.match(file, /SourceSerif4/);
    assert.equal(file.match(/\/Type ?\/Page\b/g)?.length, pages);
  });
}

test('the same publication is the same book, byte for byte, and a process of its own sets it', async () => {
  const small = published(sampleContent());
  const pdf = await programmeBook(small, 'en');
  assert.ok(Buffer.from(setBook(bookOf(small, 'en')).pdf).equals(pdf));
  assert.match(latin(pdf), /D:20221124100000/);
});

test('text is set, never read as markup', () => {
  const content = sampleContent();
  const hostile = '#panic("x") $x^2$ *bold* _it_ @ref <label> \\ [a] // /* `raw` = heading';
  content.activities[0]!.title = both(hostile, hostile);
  content.activities[0]!.abstract = both(`${hostile}\n\n- ${hostile}`, hostile);
  content.people[0]!.name = onlyIn('en', hostile);
  const book = bookOf(published(content), 'zh');
  assert.ok(JSON.stringify(book).includes('#panic'));
  assert.deepEqual(setBook(book).warnings, []);
});

test('characters that no font has, and languages that nobody knows, do not keep a book from being set', () => {
  const content = sampleContent();
  content.activities[0]!.title = onlyIn('zh-hant-tw', '腦機介面 \u{1F9E0}');
  content.activities[1]!.title = onlyIn('x!', 'مرحبا');
  const { accessible, pages } = setBook(bookOf(published(content), 'en'));
  assert.ok(pages > 6);
  assert.equal(accessible, false);
});

test('an edition of which only facts are told is a book, too', () => {
  const content = { ...sampleContent(), activities: [], people: [], results: [] };
  content.edition.startsOn = content.edition.endsOn = null;
  for (const language of PAGE_LANGUAGES) assert.ok(setBook(bookOf(published(content), language)).pages > 1);
});

test('an activity is described once, on its first day, and told on every day it lasts', () => {
  const content = sampleContent();
  content.activities[0]!.endsAt = '2022-11-27T09:00:00Z';
  const { chapters } = bookOf(published(content), 'en');
  assert.deepEqual(
    chapters.map((chapter) => chapter.activities.map((activity) => activity.number)),
    [[1, 2], []],
  );
  assert.deepEqual(
    chapters.map((chapter) =>
      chapter.overview[0]!.rooms.flatMap((room) => room.cells.flat()).map((cell) => `${cell.activity} ${cell.time}`),
    ),
    [['1 08:30–', '2 14:00–16:00'], ['1 –17:00']],
  );
});

test('what lies outside of the edition’s days, or has no time, has a chapter of its own', () => {
  const content = sampleContent();
  content.activities[0]!.startsAt = content.activities[0]!.endsAt = null;
  content.activities[0]!.sessions = [];
  content.activities[1]!.startsAt = '2022-05-01T01:00:00Z';
  content.activities[1]!.endsAt = '2022-05-01T02:00:00Z';
  const { chapters } = bookOf(published(content), 'zh');
  assert.deepEqual(
    chapters.map((chapter) => [chapter.day, chapter.activities.map((activity) => activity.when)]),
    [[null, ['2022年5月1日 09:00–10:00', '时间待定']]],
  );
});

test('dates are told as each language tells them', () => {
  const range = (startsOn: string, endsOn: string, language: PageLanguage) => {
    const content = sampleContent();
    Object.assign(content.edition, { startsOn, endsOn });
    return bookOf(published(content), language).dates;
  };
  assert.equal(range('2022-11-25', '2022-11-30', 'zh'), '2022年11月25日至30日');
  assert.equal(range('2022-11-25', '2022-12-02', 'zh'), '2022年11月25日至12月2日');
  assert.equal(range('2022-12-30', '2023-01-02', 'zh'), '2022年12月30日至2023年1月2日');
  assert.equal(range('2022-11-25', '2022-11-30', 'en'), '25–30 November 2022');
  assert.equal(range('2022-11-26', '2022-11-26', 'en'), '26 November 2022');
});

test('indexes go by pinyin and by the alphabet', () => {
  const content = sampleContent();
  const one = content.people[0]!;
  content.people = [both('张三', 'Ann Zhang'), both('李四', 'Ben Li'), both('欧阳五', 'Çelik Ouyang')].map((name, at) => ({
    ...one,
    id: `${one.id.slice(0, -1)}${at}`,
    name,
  }));
  content.activities[0]!.people = content.people.map((person) => ({ person: person.id, role: 'speaker' }));
  const letters = (language: PageLanguage) => bookOf(published(content), language).indexes[0]!.groups.map((group) => group.letter);
  assert.deepEqual(letters('zh'), ['L', 'O', 'Z']);
  assert.deepEqual(letters('en'), ['A', 'B', 'C']);
});
