/**
 * The matrix as people review it: `npx node tests/permissions/matrix.ts` writes it anew, and a test compares, so that who may do what never
 * changes unseen.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, roleMay } from '#platform/permissions.ts';
import { type Declared, doorsForPeopleAtWork, everythingDeclared } from './registry.ts';

const FILE = join(import.meta.dirname, 'matrix.md');

export const matrixAsWritten = (): string => readFileSync(FILE, 'utf8');

export function matrixOf(declared: readonly Declared[]): string {
  const table = (kind: Declared['kind']) => [
    `| ${kind} | permission | ${ROLES.join(' | ')} |`,
    `|---|---|${ROLES.map(() => ':-:').join('|')}|`,
    ...declared
      .filter((each) => each.kind === kind)
      .map(
        ({ name, permission }) =>
          `| ${name} | ${permission} | ${ROLES.map((role) => (roleMay(role, permission) ? '■' : '')).join(' | ')} |`,
      ),
  ];
  const doors = doorsForPeopleAtWork(declared).map(
    ({ file, uses }) => `| \`${file.replace('src/routes', '')}\` | ${uses.map(({ name }) => name).join(', ') || '—'} |`,
  );
  return [
    '# Who may do what',
    '',
    'Written by `npx node tests/permissions/matrix.ts`; a test compares. Each role within its scope; outside it, nothing.',
    '',
    '## What is done',
    '',
    ...table('verb'),
    '',
    '## What is shown',
    '',
    ...table('view'),
    '',
    '## Doors, and what they open',
    '',
    '| door | opens |',
    '|---|---|',
    ...doors,
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(FILE, matrixOf(await everythingDeclared()));
