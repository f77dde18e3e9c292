/**
 * A verb of the domain: declared once, opened by a form, the interface and the command line alike. What it declares is data (its name, its
 * input, its permission); what surrounds every change is done here: parsing, permission, transaction, audit, events, idempotency, and
 * trying again where two transactions cannot both go first.
 */
import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import { record } from './audit.server.ts';
import type { DB } from './database/schema.ts';
import { type Outcome, refused } from './outcome.ts';
import { mayDo, type Permission, type Role } from './permissions.ts';

export interface Actor {
  /** Who: an account, or `cli` for the command line. */
  name: string;
  role: Role;
}

export interface Event {
  is: string;
  [detail: string]: unknown;
}

export interface Act<Input> {
  tx: Transaction<DB>;
  input: Input;
  actor: Actor;
  /** ISO 8601, UTC. */
  now: string;
  /** Told to whoever listens, once the transaction has committed. */
  emit(event: Event): void;
  /** What was changed, for the audit trail. */
  note(change: { subject: string; before?: unknown; after?: unknown }): void;
}

export type VerbProblem =
  { is: 'not-allowed'; verb: string } | { is: 'bad-input'; errors: { path: string; message: string }[] } | { is: 'key-used-otherwise' };

interface Declaration<Schema extends z.ZodType, Value, Problem> {
  name: string;
  input: Schema;
  permission: Permission;
  run(act: Act<z.output<Schema>>): Promise<Outcome<Value, Problem>>;
}

export interface Call {
  db: Kysely<DB>;
  actor: Actor;
  now?: Date;
  /** The same key gives the first answer again and changes nothing. */
  key?: string;
}

export type Verb<Schema extends z.ZodType, Value, Problem> = Declaration<Schema, Value, Problem> &
  ((call: Call, input: z.input<Schema>) => Promise<Outcome<Value, Problem | VerbProblem>>);

/** serialization_failure, deadlock_detected */
const AGAIN = new Set(['40001', '40P01']);
const TRIES = 5;

/** A refusal undoes what was done before it; the thrown value carries it out of the transaction. */
class Undo extends Error {
  readonly outcome: Outcome<never, unknown>;
  constructor(outcome: Outcome<never, unknown>) {
    super('refused');
    this.outcome = outcome;
  }
}

export function verb<Schema extends z.ZodType, Value, Problem>(
  declaration: Declaration<Schema, Value, Problem>,
): Verb<Schema, Value, Problem> {
  type Answer = Outcome<Value, Problem | VerbProblem>;

  const once = async ({ db, actor, key, now = new Date() }: Call, input: z.output<Schema>): Promise<Answer> =>
    db.transaction().execute(async (tx) => {
      const at = now.toISOString();
      const digest = createHash('sha256').update(JSON.stringify(input)).digest();
      if (key !== undefined) {
        await sql`select pg_advisory_xact_lock(hashtext(${`key ${actor.name} ${key}`}))`.execute(tx);
        const known = await tx
          .selectFrom('idempotency')
          .selectAll()
          .where('actor', '=', actor.name)
          .where('key', '=', key)
          .executeTakeFirst();
        if (known) {
          const same = known.verb === declaration.name && known.input_sha256.equals(digest);
          return same ? (known.answer as unknown as Answer) : refused<VerbProblem>({ is: 'key-used-otherwise' });
        }
      }
      const events: Event[] = [];
      const notes: { subject: string; before?: unknown; after?: unknown }[] = [];
      const outcome = await declaration.run({
        tx,
        input,
        actor,
        now: at,
        emit: (event) => events.push(event),
        note: (change) => notes.push(change),
      });
      if (!outcome.ok) throw new Undo(outcome);
      for (const { is, ...payload } of events) {
        await tx
          .insertInto('outbox_event')
          .values({ at, type: is, payload: JSON.stringify(payload) })
          .execute();
      }
      for (const change of notes) {
        await record(tx, {
          at,
          actor: actor.name,
          role: actor.role,
          verb: declaration.name,
          subject: change.subject,
          before: change.before,
          after: change.after,
        });
      }
      if (key !== undefined) {
        const answer = JSON.stringify(outcome);
        await tx
          .insertInto('idempotency')
          .values({ actor: actor.name, key, verb: declaration.name, input_sha256: digest, answer, at })
          .execute();
      }
      return outcome;
    });

  const call = async (call: Call, raw: z.input<Schema>): Promise<Answer> => {
    if (!mayDo(call.actor.role, declaration.permission)) return refused({ is: 'not-allowed', verb: declaration.name });
    const parsed = declaration.input.safeParse(raw);
    if (!parsed.success) {
      return refused({
        is: 'bad-input',
        errors: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
      });
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(call, parsed.data);
      } catch (error) {
        if (error instanceof Undo) return error.outcome as Answer;
        if (attempt === TRIES || !AGAIN.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  };
  return withDeclaration(call, declaration);
}

/** A function's own `name` cannot be assigned, only defined. */
function withDeclaration<Callable extends object, Declared extends object>(call: Callable, declared: Declared): Callable & Declared {
  for (const [key, value] of Object.entries(declared)) Object.defineProperty(call, key, { value, enumerable: true });
  return call as Callable & Declared;
}
