import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { guestCounts, readGuests } from './model.ts';

const table = (...lines: string[][]) => lines.map((cells, at) => ({ line: at + 1, cells }));

test('a list is read by what its columns are called, in Chinese and English', () => {
  const english = readGuests(
    table(['Name', 'Company', 'E-mail', 'Status', 'Shoe size'], ['Ann Lee', 'Lab', 'Ann@Example.org', 'yes', '38']),
    new Set(),
  );
  assert.deepEqual(english.guests, [
    { line: 2, name: 'Ann Lee', organisation: 'Lab', post: '', email: 'ann@example.org', state: 'accepted', note: '' },
  ]);
  assert.deepEqual(english.ignored, ['Shoe size']);
  const chinese = readGuests(table(['姓名', '工作单位', '职务'], ['李安', '研究所', '研究员']), new Set());
  assert.deepEqual(chinese.guests[0], {
    line: 2,
    name: '李安',
    organisation: '研究所',
    post: '研究员',
    email: null,
    state: 'listed',
    note: '',
  });
});

test('every bad row is told with its line and its reason', () => {
  const rows = table(
    ['name', 'email', 'state'],
    ['', 'a@example.org', ''],
    ['B', 'not an address', ''],
    ['C', '', 'perhaps'],
    ['D', 'd@example.org', ''],
    ['E', 'D@example.org', ''],
    ['F', 'f@example.org', ''],
  );
  const { bad, guests } = readGuests(rows, new Set(['f@example.org']));
  assert.deepEqual(
    bad.map(({ line, problem }) => [line, problem]),
    [
      [2, 'nameless'],
      [3, 'no-mail-address'],
      [4, 'unknown-state'],
      [6, 'twice-in-file'],
      [7, 'on-the-list'],
    ],
  );
  assert.deepEqual(
    guests.map(({ name }) => name),
    ['D'],
  );
});

test('a table without names or rows is refused as a whole', () => {
  assert.equal(readGuests([], new Set()).problem?.is, 'no-rows');
  assert.equal(readGuests(table(['name']), new Set()).problem?.is, 'no-rows');
  assert.deepEqual(readGuests(table(['A', 'B'], ['x', 'y']), new Set()).problem, { is: 'no-name-column', columns: ['A', 'B'] });
});

test('every row is either a guest or told as bad, and counts add up', () => {
  const cell = fc.constantFrom('', 'A', 'a@b.cc', 'yes', 'x'.repeat(250));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), (lines) => {
      const { guests, bad } = readGuests(table(['name', 'email', 'state'], ...lines), new Set());
      assert.equal(guests.length + bad.length, lines.length);
      assert.equal(
        Object.values(guestCounts(guests)).reduce((a, b) => a + b, 0),
        guests.length,
      );
    }),
  );
});
