import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Grant, grantFor, PERMISSIONS, ROLES, roleMay } from './permissions.ts';

const subject = { series: 's', edition: 'e', board: 'forum', activity: 'a', organisations: ['o', 'p'] };
const may = (grant: Grant, of: Parameters<typeof grantFor>[2] = subject) => grantFor([grant], 'read activity', of) !== null;

test('a scope covers what lies within it and nothing beside it', () => {
  assert.ok(may({ role: 'office', scope: { is: 'series', series: 's' } }));
  assert.ok(!may({ role: 'office', scope: { is: 'series', series: 't' } }));
  assert.ok(may({ role: 'board-manager', scope: { is: 'board', edition: 'e', board: 'forum' } }));
  assert.ok(!may({ role: 'board-manager', scope: { is: 'board', edition: 'f', board: 'forum' } }));
  assert.ok(may({ role: 'host-editor', scope: { is: 'organisation', organisation: 'p', edition: 'e' } }));
  assert.ok(!may({ role: 'host-editor', scope: { is: 'organisation', organisation: 'q', edition: null } }));
  assert.ok(!may({ role: 'host-editor', scope: { is: 'organisation', organisation: 'p', edition: 'e' } }, { edition: 'e' }));
});

test('the public reads publications and nothing else', () => {
  assert.deepEqual(
    PERMISSIONS.filter((permission) => roleMay('public', permission)),
    ['read publication'],
  );
});

test('an auditor changes nothing', () => {
  const held = PERMISSIONS.filter((permission) => roleMay('auditor', permission));
  assert.deepEqual(
    held.filter((permission) => !/^(read|export) /.test(permission)),
    [],
  );
});

test('every permission is held by somebody other than the operator', () => {
  const unheld = PERMISSIONS.filter((permission) => !ROLES.some((role) => role !== 'operator' && roleMay(role, permission)));
  assert.deepEqual(unheld, []);
});
