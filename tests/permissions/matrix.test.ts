import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  GRANTED_ROLES,
  type Grant,
  grantFor,
  maySomewhere,
  PERMISSIONS,
  type Role,
  ROLES,
  roleMay,
  type Scope,
  type Subject,
} from '#platform/permissions.ts';
import { auditVerbWords } from '#boards/audit/verb-words.ts';
import { REACHES as TOLD_REACHES } from '#boards/team/model.ts';
import { projectRoot } from '#platform/root.ts';
import { roleWords } from '#ui/desk/words.ts';
import { matrixAsWritten, matrixOf } from './matrix.ts';
import { type Declared, doorsForPeopleAtWork, everythingDeclared, WITHOUT } from './registry.ts';

const declared = await everythingDeclared();
const doors = doorsForPeopleAtWork(declared);

const WITHIN: Subject = { series: 's', edition: 'e', board: 'forum', activity: 'a', organisations: ['o'], people: ['p'], account: 'c' };
const BESIDE: Subject = { series: 't', edition: 'f', board: 'forum', activity: 'b', organisations: ['q'], people: ['r'], account: 'd' };
/** Every reach that a role is ever given. */
const EDITION: Scope[] = [
  { is: 'series', series: 's' },
  { is: 'edition', edition: 'e' },
];
const HOST: Scope[] = [
  { is: 'organisation', organisation: 'o', edition: 'e' },
  { is: 'activity', activity: 'a' },
];
const REACHES: Record<Role, Scope[]> = {
  operator: [{ is: 'all' }],
  office: EDITION,
  'board-manager': [{ is: 'board', edition: 'e', board: 'forum' }],
  'host-lead': HOST,
  'host-editor': HOST,
  'host-assistant': HOST,
  reviewer: [{ is: 'edition', edition: 'e' }],
  press: [{ is: 'edition', edition: 'e' }],
  auditor: EDITION,
  speaker: [{ is: 'person', person: 'p' }],
  member: [{ is: 'account', account: 'c' }],
  public: [{ is: 'all' }],
};

test('every verb and every view has a name of its own and a permission that the table knows', () => {
  assert.ok(declared.length > 20);
  const names = declared.map(({ kind, name }) => `${kind} ${name}`);
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  );
  for (const { name, permission } of declared) {
    assert.ok(PERMISSIONS.includes(permission), `${name} asks for “${permission}”, which the table does not name`);
    assert.ok(
      ROLES.some((role) => role !== 'operator' && roleMay(role, permission)),
      `nobody may ${name}`,
    );
  }
});

test('the trail tells every verb in words, and none that is not there', () => {
  const verbs = declared.filter(({ kind }) => kind === 'verb').map(({ name }) => name);
  assert.deepEqual(Object.keys(auditVerbWords.messages).sort(), verbs.sort());
});

test('every door for people at work opens a verb or a view, or says why not', () => {
  const silent = doors.filter(({ uses, file }) => uses.length === 0 && !(file in WITHOUT)).map(({ file }) => file);
  assert.deepEqual(silent, [], 'doors without a verb or a view');
  assert.deepEqual(
    Object.keys(WITHOUT).filter((file) => !existsSync(join(projectRoot, file))),
    [],
    'reasons for doors that are gone',
  );
});

test('each role at each door: allowed within its scope as the table says, refused beside it', (t) => {
  let pairs = 0;
  let decisions = 0;
  for (const { file, uses } of doors) {
    for (const role of ROLES) {
      pairs++;
      for (const scope of REACHES[role]) {
        const grants: Grant[] = [{ role, scope }];
        for (const { name, permission, subject } of uses) {
          const within = subject === 'own' ? maySomewhere(grants, permission) : grantFor(grants, permission, WITHIN) !== null;
          assert.equal(within, roleMay(role, permission), `${role} within ${scope.is}: ${name} at ${file}`);
          const beside = grantFor(grants, permission, BESIDE) !== null;
          assert.equal(beside, scope.is === 'all' && roleMay(role, permission), `${role} beside ${scope.is}: ${name} at ${file}`);
          decisions += 2;
        }
      }
    }
  }
  t.diagnostic(`${doors.length} doors × ${ROLES.length} roles = ${pairs} pairs, ${decisions} decisions within and beside their scopes`);
  console.log(`${doors.length} doors × ${ROLES.length} roles = ${pairs} pairs, ${decisions} decisions, none undecided`);
});

const allowedTo = (role: Role, kind: Declared['kind']): string[] =>
  declared.filter((each) => each.kind === kind && roleMay(role, each.permission)).map(({ name }) => name);

test('what is promised of the roles in words holds for all that there is', () => {
  // The ways in, and what a link in one's own mail opens.
  const unsigned = /^sign-in\.|^appearance\.open-invitation$/;
  assert.deepEqual(
    allowedTo('public', 'verb').filter((name) => !unsigned.test(name)),
    [],
    'the public changes nothing',
  );
  assert.deepEqual(allowedTo('auditor', 'verb'), [], 'an auditor changes nothing');
  for (const role of ['host-lead', 'host-editor', 'host-assistant', 'reviewer', 'press', 'speaker', 'member', 'public'] as const) {
    const verbs = allowedTo(role, 'verb');
    for (const name of ['programme.publish', 'programme.import', 'team.appoint'].filter(
      (one) => one !== 'team.appoint' || role !== 'host-lead',
    ))
      assert.ok(!verbs.includes(name), `${role} must not ${name}`);
  }
  assert.ok(!allowedTo('host-editor', 'verb').some((name) => name.startsWith('team.')), 'only a lead staffs a team');
  assert.ok(!allowedTo('speaker', 'view').includes('team'), 'a speaker sees no team');
});

test('who may do what is as it was reviewed', () => {
  assert.equal(
    matrixOf(declared),
    matrixAsWritten(),
    'who may do what has changed: look at it, then write it anew with "npx node tests/permissions/matrix.ts"',
  );
});

test('the guide tells every role that is granted, with its reaches', () => {
  const guide = readFileSync(join(projectRoot, 'docs/people.md'), 'utf8').replace(/ {2,}/g, ' ');
  for (const role of GRANTED_ROLES) {
    const name = roleWords('en')(role).replace(/ \(.*\)$/, '');
    assert.ok(
      guide.includes(`| ${name} | ${TOLD_REACHES[role].join(', ')} |`),
      `docs/people.md: ${name}, ${TOLD_REACHES[role].join(', ')}`,
    );
  }
});
