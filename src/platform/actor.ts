import type { Grant } from './permissions.ts';

/** Who acts. */
export interface Actor {
  /** As the audit trail names them: a mail address, or `cli`. */
  name: string;
  /** Id of the account; `null` for the command line, for the program itself and for readers who are not signed in. */
  account: string | null;
  grants: readonly Grant[];
}

/** Whoever holds the machine. */
export const commandLine: Actor = { name: 'cli', account: null, grants: [{ role: 'operator', scope: { is: 'all' } }] };
/** What the program does by itself, at its hour. */
export const program: Actor = { name: 'everforum', account: null, grants: [{ role: 'operator', scope: { is: 'all' } }] };
/** A reader who is not signed in. */
export const nobody: Actor = { name: 'public', account: null, grants: [{ role: 'public', scope: { is: 'all' } }] };
