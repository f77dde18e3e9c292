import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GRANTED_ROLES, type Grant, grantFor, mayGrant, PERMISSIONS, ROLES, roleMay } from './permissions.ts';

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

test('the public reads publications, may sign in, and nothing else', () => {
  assert.deepEqual(
    PERMISSIONS.filter((permission) => roleMay('public', permission)),
    ['read publication', 'begin sign-in'],
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

test('nobody grants more than they hold, nor further than they reach', () => {
  const grantable = (grant: Grant, of = subject as Parameters<typeof grantFor>[2]) =>
    GRANTED_ROLES.filter((role) => mayGrant([grant], role, of));
  assert.deepEqual(grantable({ role: 'office', scope: { is: 'series', series: 's' } }), [...GRANTED_ROLES]);
  const lead: Grant = { role: 'host-lead', scope: { is: 'organisation', organisation: 'o', edition: 'e' } };
  assert.deepEqual(grantable(lead), ['host-lead', 'host-editor', 'host-assistant']);
  assert.deepEqual(grantable(lead, { series: 's', edition: 'e' }), []);
  assert.deepEqual(grantable(lead, { organisations: ['o'] }), [], 'not for editions to come');
  assert.deepEqual(grantable(lead, { series: 's', edition: 'e', activity: 'b', organisations: ['q'] }), []);
  for (const role of ROLES.filter((one) => !roleMay(one, 'edit team')))
    assert.deepEqual(grantable({ role, scope: { is: 'all' } }), [], role);
});
