/**
 * What somebody at work is shown: the counterpart of a verb. It declares its input and its permission and changes nothing. Pages, the
 * interface and exports open it; `tests/permissions` walks all of them.
 */
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import type { DB } from './database/schema.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { grantFor, maySomewhere, type Permission, type Role, type Subject } from './permissions.ts';
import { storable } from './storable.ts';
import { badInput, type Call, type SubjectOf, type VerbProblem, withDeclaration } from './verb.server.ts';

export interface Look<Input> {
  db: Kysely<DB>;
  input: Input;
  actor: Actor;
  /** The role that allows it. */
  role: Role;
  now: string;
  /** Whether the actor may do something to what is shown (or to `other`): what a page offers, it can also do. */
  may(permission: Permission, other?: Subject): boolean;
}

export type ViewProblem = Exclude<VerbProblem, { is: 'key-used-otherwise' }>;

interface Declaration<Schema extends z.ZodType, Value> {
  /** `notices`, `notice.history`: what is shown. */
  name: string;
  input: Schema;
  permission: Permission;
  /** `'own'`: a list of whatever the actor holds the permission towards; `run` leaves the rest out. */
  subject: SubjectOf<z.output<Schema>> | 'own';
  /** `null`: there is no such thing. */
  run(look: Look<z.output<Schema>>): Promise<Value | null>;
}

export type View<Schema extends z.ZodType, Value> = Declaration<Schema, Value> & { kind: 'view' } & ((
    call: Omit<Call, 'key'>,
    input: z.input<Schema>,
  ) => Promise<Outcome<Value, ViewProblem>>);

export function view<Schema extends z.ZodType, Value>(declaration: Declaration<Schema, Value>): View<Schema, Value> {
  const call = async ({ db, actor, now = new Date() }: Omit<Call, 'key'>, raw: z.input<Schema>): Promise<Outcome<Value, ViewProblem>> => {
    const parsed = declaration.input.safeParse(storable(raw));
    if (!parsed.success) return refused(badInput(parsed.error));
    const own = declaration.subject === 'own';
    const subject = declaration.subject === 'own' ? {} : await declaration.subject(db, parsed.data);
    if (!subject) return refused({ is: 'not-found' });
    const role = own
      ? maySomewhere(actor.grants, declaration.permission) && actor.grants[0]?.role
      : grantFor(actor.grants, declaration.permission, subject)?.role;
    if (!role) return refused({ is: 'not-allowed', verb: declaration.name });
    const value = await declaration.run({
      db,
      input: parsed.data,
      actor,
      role,
      now: now.toISOString(),
      may: (permission, other) => grantFor(actor.grants, permission, other ?? subject) !== null,
    });
    return value === null ? refused({ is: 'not-found' }) : done(value);
  };
  return withDeclaration(call, { ...declaration, kind: 'view' as const });
}
