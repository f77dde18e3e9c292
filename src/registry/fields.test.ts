import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS_OF_TECHNOLOGY } from './fields.ts';

test('codes are unique, and parents come before their children', () => {
  const seen = new Set<string>();
  for (const { code, parent } of FIELDS_OF_TECHNOLOGY) {
    assert.match(code, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(!seen.has(code), code);
    if (parent) assert.ok(seen.has(parent), `${code} before ${parent}`);
    seen.add(code);
  }
});

test('every field has patents somewhere, in subclasses as the IPC writes them', () => {
  for (const { code, ipc } of FIELDS_OF_TECHNOLOGY) {
    assert.ok(ipc.length > 0, code);
    assert.equal(new Set(ipc).size, ipc.length, code);
    for (const subclass of ipc) assert.match(subclass, /^[A-H][0-9]{2}[A-Z]$/, code);
  }
});

test('names are there in both languages', () => {
  for (const { code, name } of FIELDS_OF_TECHNOLOGY) {
    assert.match(name.texts['zh']!, /\p{Script=Han}/u, code);
    assert.match(name.texts['en']!, /^[A-Z]/, code);
  }
});
