import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { testDatabase } from '#platform/database/testing.ts';
import { csv } from '../formats/csv.ts';
import { listTable } from '../formats/lists.ts';
import { scheduleXml } from '../formats/schedule-xml.ts';
import { sourceOf } from '../formats/testing.ts';
import { zip } from '../formats/zip.ts';
import { smallEdition } from '../pages/small-edition.ts';
import { readContent, writeContent } from '../store.server.ts';
import { importSchedule } from './actions.server.ts';
import { problemTold } from './imported.ts';
import { readFile } from './read-file.ts';
import { commandLine } from '#platform/actor.ts';

const refusal = async (bytes: Buffer | string): Promise<string> => {
  const outcome = await readFile(Buffer.from(bytes as string));
  assert.ok(!outcome.ok, 'it must not be read');
  return problemTold(outcome.problem);
};
const accepted = async (bytes: Buffer | string) => {
  const outcome = await readFile(Buffer.from(bytes as string));
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
};
const event = (inner: string) =>
  `<schedule><conference><title>T</title></conference><day index="1" date="2022-11-26"><room name="R"><event id="1" guid="06515679-7dcb-548b-a4aa-6b16dd0ff4f3"><title>One</title>${inner}</event></room></day></schedule>`;
const ours = scheduleXml(sourceOf(smallEdition()));

test('a truncated file is refused with its line', async () => {
  assert.match(await refusal(ours.slice(0, ours.length / 2)), /damaged or cut off.*line \d+/);
  assert.match(await refusal('{"schedule": {"conference": {"title": "T", "days": ['), /damaged or cut off/);
  assert.match(await refusal('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:One\r\n'), /ends before END:VCALENDAR/);
});

test('entity bombs and document types are refused before they unfold', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY b${at} "${`&b${at - 1};`.repeat(10)}">`).join('')}]><schedule>&b19;</schedule>`;
  assert.match(await refusal(bomb), /document type/);
  assert.match(await refusal('<!DOCTYPE schedule SYSTEM "file:///etc/passwd"><schedule/>'), /document type/);
  assert.match(await refusal(event('<abstract>&undefined;</abstract>')), /damaged|entity/i);
});

test('deep nesting is refused', async () => {
  assert.match(await refusal(`<schedule>${'<a>'.repeat(100_000)}`), /nested deeper/);
  assert.match(await refusal(`{"schedule":${'['.repeat(1_000_000)}`), /nested deeper/);
});

test('ten megabytes on one line are read as what they are', async () => {
  const long = 'a'.repeat(10 * 1024 * 1024);
  assert.equal(
    (await accepted(event(`<date>2022-11-26T09:00:00+08:00</date><duration>01:00</duration><abstract>${long}</abstract>`))).events.length,
    1,
  );
  assert.match(await refusal(long), /looks like/);
  assert.match(await refusal(`BEGIN:VCALENDAR:${long}`), /VCALENDAR/);
  assert.match(await refusal('<'.repeat(10 * 1024 * 1024)), /damaged/);
  await accepted(`BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20221126T010000Z\nSUMMARY:${long}\nEND:VEVENT\nEND:VCALENDAR`);
});

test('what is too large or nothing is refused', async () => {
  assert.match(await refusal(Buffer.alloc(65 * 1024 * 1024, 32)), /at most 64 MB/);
  assert.match(await refusal(''), /empty/);
  assert.match(await refusal(' \n\n'), /empty/);
  assert.match(await refusal('%PDF-1.7\n\0\0\x01'), /PDF/);
  assert.match(await refusal('<!DOCTYPE html><html></html>'), /web page/);
});

test('dates that do not exist are bad rows with their line', async () => {
  for (const date of ['2022-02-30T09:00:00+08:00', '2022-13-01T09:00:00Z', '2022-11-26T25:00:00Z', 'soon']) {
    const { events, remarks } = await accepted(
      event(`<date>${date}</date><duration>01:00</duration>`).replace('date="2022-11-26"', '').replace('<room', '\n<room'),
    );
    assert.equal(events.length, 0, date);
    assert.deepEqual(
      remarks.filter(({ level }) => level === 'bad').map(({ line }) => line),
      [2],
      date,
    );
  }
});

test('an hour that the clocks skipped is said', async () => {
  const { events, remarks } = await accepted('Title,Start,End,Time zone\nSkipped,2023-03-26 02:30,2023-03-26 04:00,Europe/Berlin\n');
  assert.equal(events[0]!.startsAt, '2023-03-26T01:30:00Z');
  assert.ok(remarks.some(({ code, line }) => code === 'clock' && line === 2));
});

test('encodings are recognised, and guesses are said', async () => {
  const xml = event('<date>2022-11-26T09:00:00+08:00</date><duration>01:00</duration><abstract>脑机接口创新发展论坛与开源芯片</abstract>');
  const chinese = (await accepted(iconv.encode(xml, 'gb18030'))).events[0]!.abstract;
  assert.deepEqual(Object.values(chinese!), ['脑机接口创新发展论坛与开源芯片']);
  const german = xml.replace(/脑.*片/, 'Größe für Übung');
  for (const [encoding, guessed] of [
    ['utf-16le', false],
    ['utf-16be', false],
    ['windows-1252', true],
  ] as const) {
    const bytes = iconv.encode(german, encoding, { addBOM: !guessed });
    const { events, remarks } = await accepted(bytes);
    assert.deepEqual(Object.values(events[0]!.abstract!), ['Größe für Übung'], encoding);
    assert.equal(
      remarks.some(({ code }) => code === 'encoding'),
      guessed,
      encoding,
    );
  }
});

const workbook = (sheet: string, more: [string, string][] = []): Buffer =>
  zip([
    ['xl/workbook.xml', '<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'],
    ['xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'],
    ['xl/worksheets/sheet1.xml', sheet],
    ...more,
  ]);
const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const head = `<row r="1">${text('A1', 'Title')}${text('B1', 'Start')}${text('C1', 'End')}</row>`;

test('spreadsheets with formulas are read by the values kept, and it is said', async () => {
  const formula = '<c r="A2" t="str"><f>CONCAT("Open","ing")</f><v>Opening</v></c>';
  const { events, remarks } = await accepted(
    workbook(
      `<worksheet><sheetData>${head}<row r="2">${formula}${text('B2', '2022-11-26 09:00')}${text('C2', '2022-11-26 10:00')}</row></sheetData></worksheet>`,
    ),
  );
  assert.deepEqual(
    events.map(({ title }) => Object.values(title)),
    [['Opening']],
  );
  assert.ok(remarks.some(({ code, line, text: said }) => code === 'formula' && line === 2 && said.includes('A2')));
  const empty = await accepted(
    workbook(`<worksheet><sheetData>${head}<row r="2"><c r="A2"><f>NOW()</f></c>${text('B2', 'x')}</row></sheetData></worksheet>`),
  );
  assert.deepEqual(
    empty.remarks.filter(({ level }) => level === 'bad').map(({ line }) => line),
    [2],
  );
});

test('a far cell, a bomb of zeros and a broken archive do no harm', async () => {
  await accepted(workbook(`<worksheet><sheetData>${head}<row r="1048576">${text('XFD1048576', 'far')}</row></sheetData></worksheet>`));
  assert.match(await refusal(bomb()), /inflates to more than|damaged/);
  assert.match(await refusal(workbook(`<!DOCTYPE a><worksheet/>`)), /document type/);
  const whole = workbook(`<worksheet><sheetData>${head}</sheetData></worksheet>`);
  assert.match(await refusal(whole.subarray(0, whole.length - 40)), /damaged/);
  assert.match(await refusal(zip([['hello.txt', 'hello']])), /ZIP archive/);
});

/** 300 MB of blanks that fit into 300 kB. */
function bomb(): Buffer {
  const small = workbook('<worksheet/>');
  const body = deflateRawSync(Buffer.alloc(300 * 1024 * 1024, 32), { level: 9 });
  // The sheet is the last file: its data is replaced, and what the archive says of it along with it.
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const at = small.indexOf(name) - 30;
  const directory = small.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const header = Buffer.from(small.subarray(at, at + 30 + name.length));
  header.writeUInt32LE(body.length, 18);
  header.writeUInt32LE(300 * 1024 * 1024, 22);
  const entries = Buffer.from(small.subarray(directory));
  const entry = entries.lastIndexOf(name) - 46;
  entries.writeUInt32LE(body.length, entry + 20);
  entries.writeUInt32LE(300 * 1024 * 1024, entry + 24);
  entries.writeUInt32LE(at + header.length + body.length, entries.length - 6);
  return Buffer.concat([small.subarray(0, at), header, body, entries]);
}

test('cells that would be run as formulas are not, and come back as they were', async () => {
  const content = smallEdition();
  content.activities[0]!.title = { source: 'zh', texts: { zh: '=HYPERLINK("http://x")', en: "'=already" } };
  const file = csv(listTable(sourceOf(content), 'activities'));
  assert.ok(file.includes('"\'=HYPERLINK(""http://x"")"') && file.includes("''=already"));
  const { events } = await accepted(file);
  assert.deepEqual(events[0]!.title, { zh: '=HYPERLINK("http://x")', en: "'=already" });
});

test('bad rows stop an import, keep-going leaves them out, and a refusal changes nothing', async (t) => {
  const { db } = await testDatabase(t);
  const content = smallEdition();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const before = await readContent(db, '2022');
  const actor = { ...commandLine, name: 'test' };
  const rows =
    'Title,Start,End,Time zone\nGood,2022-11-27 09:00,2022-11-27 10:00,Asia/Shanghai\nBad,2022-02-30 09:00,2022-02-30 10:00,Asia/Shanghai\n';
  const run = (file: string, keepGoing = false) =>
    importSchedule({ db, actor }, { edition: '2022', base64: Buffer.from(file).toString('base64'), keepGoing });
  const refusedRows = await run(rows);
  assert.ok(!refusedRows.ok && refusedRows.problem.is === 'bad-rows');
  assert.ok(!(await run(ours.slice(0, 500))).ok);
  assert.deepEqual(await readContent(db, '2022'), before);
  const kept = await run(rows, true);
  assert.ok(kept.ok);
  assert.deepEqual(
    kept.value.changes.map(({ is, subject }) => [is, subject.type, subject.title.texts['zh']]),
    [['added', 'activity', 'Good']],
  );
});
