import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bookOf } from '#boards/programme/book/book-of.ts';
import { fontFolders, setBook } from '#boards/programme/book/setting.ts';
import { indexOf } from '#boards/programme/index-of.ts';
import { nextPublication } from '#boards/programme/versions.ts';
import { PAGE_LANGUAGES } from '#registry/text.ts';
import { sampleHistory2022 } from '../samples/index.ts';

test('every character of the samples has a glyph in the fonts of the book, in both weights', () => {
  const { content, publishedAt } = sampleHistory2022().at(-1)!;
  const publication = nextPublication(null, content, publishedAt, 'sample');
  const sample = { publication, index: indexOf(publication.content) };
  const [regularHan, boldHan, regularLatin, boldLatin] = fontFolders().map(glyphsIn) as [
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
  ];
  const characters = new Set(PAGE_LANGUAGES.flatMap((language) => [...JSON.stringify(bookOf(sample, language))]));
  const missing = [...characters].filter((character) => {
    const point = character.codePointAt(0)!;
    return !(regularHan.has(point) || regularLatin.has(point)) || !(boldHan.has(point) || boldLatin.has(point));
  });
  assert.deepEqual(missing, []);
  assert.ok(characters.size > 500, 'the samples are there');
  for (const language of PAGE_LANGUAGES) assert.ok(setBook(bookOf(sample, language)).accessible, `PDF/UA-1 (${language})`);
});

/** The characters that the font in a folder has, by its cmap table (OpenType 1.9, formats 4 and 12). */
function glyphsIn(folder: string): Set<number> {
  const name = readdirSync(folder).find((file) => file.endsWith('.ttf'))!;
  const font = readFileSync(join(folder, name));
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const cmap = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8);
  const points = new Set<number>();
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at++) {
    const table = cmap + font.readUInt32BE(cmap + 8 + 8 * at);
    if (font.readUInt16BE(table) === 12) {
      for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
        const from = font.readUInt32BE(table + 16 + 12 * group);
        const to = font.readUInt32BE(table + 20 + 12 * group);
        for (let point = from; point <= to; point++) points.add(point);
      }
    }
    if (font.readUInt16BE(table) === 4) {
      const segments = font.readUInt16BE(table + 6);
      for (let segment = 0; segment < segments; segment += 2) {
        const to = font.readUInt16BE(table + 14 + segment);
        const from = font.readUInt16BE(table + 16 + segments + segment);
        for (let point = from; point <= to && point < 0xffff; point++) points.add(point);
      }
    }
  }
  return points;
}
