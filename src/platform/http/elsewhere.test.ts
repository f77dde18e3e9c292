import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openedElsewhere } from './elsewhere.ts';

const asked = (host: string, url = '/zh/2022', more: { method?: string; headers?: Record<string, string> } = {}) => ({
  method: more.method ?? 'GET',
  url,
  headers: { host, ...more.headers },
});

test('on one’s own machine every name of it leads to the one whose forms work', () => {
  const of = openedElsewhere('http://127.0.0.1:3000');
  assert.equal(of(asked('127.0.0.1:3000')), null);
  assert.deepEqual(of(asked('localhost:3000', '/en/demo?a=b')), { is: 'go', to: 'http://127.0.0.1:3000/en/demo?a=b' });
  assert.deepEqual(of(asked('[::1]:3000', '//evil.example')), { is: 'go', to: 'http://127.0.0.1:3000' }, 'and never anywhere else');
  assert.equal(of(asked('localhost:3000', '/readyz')), null, 'machines ask by any name');
  assert.equal(
    of(asked('localhost:8080', '/zh/2022')),
    null,
    'through a forwarded port it would lead nowhere; what is public reads the same',
  );
  assert.equal(openedElsewhere('http://127.0.0.1:0')(asked('127.0.0.1:4711', '/en/demo')), null);
});

test('by a name that cannot be led on, pages at work and forms tell which address works, and nothing of the name runs', () => {
  const of = openedElsewhere('http://localhost:3000');
  const page = of(asked('192.168.1.5:3000', '/en/demo'));
  assert.ok(
    page?.is === 'tell' && page.html.includes('<a href="http://localhost:3000/en/demo">') && page.html.includes('192.168.1.5:3000'),
  );
  const origin = { headers: { origin: 'http://192.168.1.5:3000' }, method: 'POST' };
  assert.equal(of(asked('192.168.1.5:3000', '/en/demo?/be', origin))?.is, 'tell');
  const odd = of(asked('x.example', '/en/demo?"><script>', { method: 'POST', headers: { origin: 'http://x.example' } }));
  assert.ok(odd?.is === 'tell' && !odd.html.includes('<script>'));
});

test('a public address behind a proxy is answered whatever the proxy asks for; a form of another site stays with the framework', () => {
  const of = openedElsewhere('https://forum.example');
  assert.equal(of(asked('127.0.0.1:3000', '/zh/desk')), null);
  const form = { method: 'POST', headers: { origin: 'https://forum.example' } };
  assert.equal(of(asked('127.0.0.1:3000', '/zh/demo', form)), null, 'the browser’s own address is right');
  assert.equal(of(asked('forum.example', '/zh/demo', { method: 'POST', headers: { origin: 'https://evil.example' } })), null);
  assert.equal(of(asked('127.0.0.1:3000', '/zh/demo', { method: 'POST', headers: { origin: 'https://evil.example' } })), null);
  const older = { method: 'POST', headers: { origin: 'https://www.forum.example' } };
  assert.equal(of(asked('www.forum.example', '/zh/demo', older))?.is, 'tell');
});
