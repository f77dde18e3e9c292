import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { queryFor, searchHref, searchRequest } from './search-request.ts';

const read = (query: string) => searchRequest(new URLSearchParams(query), ['2022', '2021']);

test('an address is read, and written the same again', () => {
  const request = read('q=脑机接口&edition=2022&type=person&page=3');
  assert.deepEqual(request, { text: '脑机接口', edition: '2022', type: 'person', page: 3 });
  assert.deepEqual(read(searchHref(request, { page: 3 }).slice(1)), request);
  assert.equal(queryFor(request, 'zh').offset, 40);
});

test('another filter starts at the first page again', () => {
  assert.equal(searchHref(read('q=a&page=4'), { type: 'result' }), '?q=a&type=result');
});

test('no address can ask for what there is not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), fc.string(), (q, edition, type, page) => {
      const request = searchRequest(new URLSearchParams({ q, edition, type, page }), ['2022']);
      const query = queryFor(request, 'en');
      assert.ok(query.text.length <= 200 && query.text.isWellFormed() && !query.text.includes('\0'));
      assert.ok(Number.isSafeInteger(query.offset) && query.offset >= 0 && query.offset < 10_000);
      assert.ok(query.edition === null || query.edition === '2022');
    }),
  );
});
