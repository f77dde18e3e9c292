/**
 * A verb of the domain: declared once, opened by a form, the interface and the command line alike. What it declares is data (its name, its
 * input, its permission); what surrounds every change is done here: parsing, permission, transaction, audit, events, idempotency, and
 * trying again where two transactions cannot both go first.
 */
import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import { record } from './audit.server.ts';
import type { DB } from './database/schema.ts';
import { type DomainEvent, tellWithin } from './events.server.ts';
import { type Outcome, refused } from './outcome.ts';
import { grantFor, type Permission, type Role, type Subject } from './permissions.ts';
import { storable } from './storable.ts';

export interface Act<Input> {
  tx: Transaction<DB>;
  input: Input;
  actor: Actor;
  /** The role that allows it. */
  role: Role;
  /** ISO 8601, UTC. */
  now: string;
  /** The address that readers use, for what browsers sign for it; messages name it by a mark (`withSite`). */
  publicUrl: string;
  /** Told to whoever listens: within the transaction, or once it has committed. */
  emit(event: DomainEvent): void;
  /** What was changed, for the audit trail. Never a code, a token or the number of an identity paper. */
  note(change: Noted): void;
}

interface Noted {
  subject: string;
  /** Id of the edition; by default that of the verb's subject. */
  edition?: string | null;
  before?: unknown;
  after?: unknown;
}

export type VerbProblem =
  | { is: 'not-allowed'; verb: string }
  | { is: 'not-found' }
  | { is: 'bad-input'; errors: { path: string; message: string }[] }
  | { is: 'key-used-otherwise' };

/** Finds what the input is about; `null` where there is no such thing. */
export type SubjectOf<Input> = (db: Kysely<DB>, input: Input) => Promise<Subject | null> | Subject | null;

interface Declaration<Schema extends z.ZodType, Value, Problem> {
  /** `notice.issue`: the thing and what is done to it. */
  name: string;
  input: Schema;
  permission: Permission;
  subject: SubjectOf<z.output<Schema>>;
  /** The answer is a secret and is kept nowhere: a key makes nothing of it safe to send twice. */
  secret?: boolean;
  run(act: Act<z.output<Schema>>): Promise<Outcome<Value, Problem>>;
}

export interface Call {
  db: Kysely<DB>;
  actor: Actor;
  now?: Date;
  /** The address that readers use. */
  publicUrl?: string;
  /** The same key gives the first answer again and changes nothing. */
  key?: string;
}

export type Verb<Schema extends z.ZodType, Value, Problem> = Declaration<Schema, Value, Problem> & { kind: 'verb' } & ((
    call: Call,
    input: z.input<Schema>,
  ) => Promise<Outcome<Value, Problem | VerbProblem>>);

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

  const once = async ({ db, actor, now = new Date(), publicUrl = '', ...call }: Call, input: z.output<Schema>): Promise<Answer> =>
    db.transaction().execute(async (tx) => {
      const subject = await declaration.subject(tx, input);
      if (!subject) return refused<VerbProblem>({ is: 'not-found' });
      const grant = grantFor(actor.grants, declaration.permission, subject);
      if (!grant) return refused<VerbProblem>({ is: 'not-allowed', verb: declaration.name });
      const at = now.toISOString();
      const key = declaration.secret ? undefined : call.key;
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
      const events: DomainEvent[] = [];
      const notes: Noted[] = [];
      const outcome = await declaration.run({
        tx,
        input,
        actor,
        role: grant.role,
        now: at,
        publicUrl,
        emit: (event) => events.push(event),
        note: (change) => notes.push(change),
      });
      if (!outcome.ok) throw new Undo(outcome);
      for (const event of events) {
        const { is, ...payload } = event;
        await tellWithin(event, { tx, now: at, actor });
        await tx
          .insertInto('outbox_event')
          .values({ at, type: is, payload: JSON.stringify(payload) })
          .execute();
      }
      for (const change of notes) {
        await record(tx, {
          at,
          actor: actor.name,
          role: grant.role,
          verb: declaration.name,
          subject: change.subject,
          edition: change.edition ?? subject.edition ?? null,
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
    const parsed = declaration.input.safeParse(storable(raw));
    if (!parsed.success) return refused(badInput(parsed.error));
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(call, parsed.data);
      } catch (error) {
        if (error instanceof Undo) return error.outcome as Answer;
        if (attempt === TRIES || !AGAIN.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  };
  return withDeclaration(call, { ...declaration, kind: 'verb' as const });
}

/** Each error with the path of the field that it is about. */
export const badInput = (error: z.ZodError): Extract<VerbProblem, { is: 'bad-input' }> => ({
  is: 'bad-input',
  errors: error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
});

/** A function's own `name` cannot be assigned, only defined. */
export function withDeclaration<Callable extends object, Declared extends object>(call: Callable, declared: Declared): Callable & Declared {
  for (const [key, value] of Object.entries(declared)) Object.defineProperty(call, key, { value, enumerable: true });
  return call as Callable & Declared;
}
