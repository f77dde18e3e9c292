import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thenOr } from './then.ts';

test('only pages of ours are gone to', () => {
  for (const ours of ['/zh/desk', '/en/invitations/abc?x=1', '/zh']) assert.equal(thenOr(ours, '/'), ours);
  for (const other of [
    null,
    '',
    '//evil.example',
    '/en//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/zh/\\evil',
    '/zhx',
    '/en/a\n/b',
  ])
    assert.equal(thenOr(other, '/zh/desk'), '/zh/desk', String(other));
});
