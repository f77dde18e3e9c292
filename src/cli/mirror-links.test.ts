import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileOf, linksIn, relinked, restyled } from './mirror-links.ts';

test('an address of the edition has a file; others stay with the live site', () => {
  assert.equal(fileOf('/en/2022', '2022'), 'en/2022/index.html');
  assert.equal(fileOf('/en/2022/programme/day/2022-11-26', '2022'), 'en/2022/programme/day/2022-11-26/index.html');
  assert.equal(fileOf('/2022/schedule.xml', '2022'), '2022/schedule.xml');
  assert.equal(fileOf('/2022/schedule.ics?board=forum&day=2022-11-26', '2022'), '2022/schedule.board-forum.day-2022-11-26.ics');
  assert.equal(fileOf('/en/2022/programme?board=forum', '2022'), null);
  assert.equal(fileOf('/portraits/small/ab.webp', '2022'), 'portraits/small/ab.webp');
  assert.equal(fileOf('/en/2021', '2022'), null);
  assert.equal(fileOf('/en/search', '2022'), null);
});

test('no address leads out of the folder', () => {
  for (const address of [
    '/2022/../../etc/passwd',
    '/2022/%2e%2e/%2e%2e/secret',
    '/2022/..%2f..%2fsecret',
    '/en/2022/%2e%2e%5c',
    '/2022/a%00b',
  ]) {
    const file = fileOf(address, '2022');
    assert.ok(file === null || !file.includes('..'), `${address} → ${file}`);
  }
});

test('links are made relative to the page they stand on', () => {
  const html =
    '<a href="/en/2022/people#a">x</a><img src="/_app/immutable/a.css"><a href="/en/search?q=a&amp;b=c">s</a><a href="https://example.org/">o</a>';
  assert.deepEqual(linksIn(html), ['/en/2022/people', '/_app/immutable/a.css', '/en/search?q=a&b=c']);
  assert.equal(
    relinked(html, 'en/2022/programme/index.html', '2022', 'https://live.example'),
    '<a href="../people/index.html#a">x</a><img src="../../../_app/immutable/a.css"><a href="https://live.example/en/search?q=a&amp;b=c">s</a><a href="https://example.org/">o</a>',
  );
});

test('a style sheet finds its fonts from any folder', () => {
  assert.equal(
    restyled('a{src:url(/_app/immutable/assets/x.woff2)}b{background:url(data:image/png,0)}', '_app/immutable/assets/a.css'),
    'a{src:url(x.woff2)}b{background:url(data:image/png,0)}',
  );
});
