import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { listHref, listOf, listQuery, type ListSpec } from './list.ts';

interface Row {
  name: string;
  country: string;
  size: number;
}
const rows: Row[] = [
  { name: 'Übel', country: 'DE', size: 2 },
  { name: '清华大学', country: 'CN', size: 3 },
  { name: 'Uppsala', country: 'SE', size: 1 },
  { name: '北京大学', country: 'CN', size: 5 },
];
const spec: ListSpec<Row> = {
  text: (row) => row.name,
  sorts: { name: (a, b) => a.name.localeCompare(b.name), size: (a, b) => b.size - a.size },
  filters: { country: (row) => [row.country] },
  pageSize: 2,
};
const list = (query: string) => listOf(rows, spec, listQuery(spec, new URLSearchParams(query)));

test('words are found without case, width or accents, and every word must be there', () => {
  assert.deepEqual(list('q=ubel').rows, [rows[0]]);
  assert.equal(list('q=大学').total, 2);
  assert.equal(list('q=北京 大学').total, 1);
  assert.equal(list('q=ＵＰＰ').total, 1);
});

test('a facet counts what choosing it would leave, its own filter left aside', () => {
  assert.deepEqual(list('country=DE').facets['country'], [
    { key: 'CN', count: 2 },
    { key: 'DE', count: 1 },
    { key: 'SE', count: 1 },
  ]);
  assert.deepEqual(list('q=大学').facets['country'], [{ key: 'CN', count: 2 }]);
});

test('an unknown order or page falls back instead of failing', () => {
  const listed = list('sort=__proto__&page=9999999999&country=');
  assert.equal(listed.query.sort, 'name');
  assert.equal(listed.page, 1);
  assert.equal(list('page=99').page, 2);
});

test('a change of filter goes back to the first page, a change of page keeps the filter', () => {
  const query = listQuery(spec, new URLSearchParams('q=a&country=CN&page=2&sort=size'));
  assert.equal(listHref(spec, query, { filters: { country: null } }), '?q=a&sort=size');
  assert.equal(listHref(spec, query, { page: 2 }), '?q=a&country=CN&sort=size&page=2');
  assert.equal(listHref(spec, { q: '', sort: 'name', page: 1, filters: {} }, {}), '?');
});

test('pages cut the list without losing or doubling a row, whatever the address says', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (q, sort, country) => {
      const parameters = (page: number) => new URLSearchParams({ q, sort, country, page: String(page) });
      const first = listOf(rows, spec, listQuery(spec, parameters(1)));
      const all = Array.from({ length: first.pages }, (_, at) => listOf(rows, spec, listQuery(spec, parameters(at + 1))).rows).flat();
      assert.equal(all.length, first.total);
      assert.equal(new Set(all).size, first.total);
    }),
  );
});
