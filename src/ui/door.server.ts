/**
 * Doors between pages and the domain: a form opens a verb, a page shows a view. Whoever is not signed in is led to where that can be done
 * and back again; what is refused is told in the reader's language.
 */
import { error, fail, redirect, type ActionFailure } from '@sveltejs/kit';
import type { z } from 'zod';
import { nobody } from '#platform/actor.ts';
import type { Backstage } from '#platform/backstage.ts';
import type { FileKind } from '#platform/files/examine.ts';
import { receive, type ReceiveProblem } from '#platform/files/files.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Call, Verb, VerbProblem } from '#platform/verb.server.ts';
import type { View, ViewProblem } from '#platform/view.server.ts';
import { formValues } from './form-values.ts';

/** What of a request the doors look at; every route's own event has it. */
export interface Visit {
  platform: Readonly<App.Platform> | undefined;
  locals: App.Locals;
  params: object;
  url: URL;
  request: Request;
}

export function backstageOf(visit: Pick<Visit, 'platform'>): Backstage {
  return visit.platform?.backstage ?? error(404, 'not here');
}

/** Only a demo lets somebody be whoever they like, and shows the mails of others. */
export function demoOnly(visit: Pick<Visit, 'platform'>): Backstage {
  const backstage = backstageOf(visit);
  return backstage.settings.mode === 'demo' ? backstage : error(404, 'not here');
}

/** The call that this visitor makes. */
export function callOf(visit: Pick<Visit, 'platform' | 'locals'>): Omit<Call, 'key'> & { now: Date } {
  const { db, now, settings } = backstageOf(visit);
  return { db, actor: visit.locals.signedIn?.actor ?? nobody, now: now(), publicUrl: settings.publicUrl };
}

/** Parameters of the address and of its query together; the address wins. */
export const inputOf = (visit: Pick<Visit, 'params' | 'url'>): Record<string, unknown> => ({
  ...Object.fromEntries(visit.url.searchParams),
  ...visit.params,
});

/** What a view shows to this visitor: for a load. `input` defaults to the parameters of the address. */
export async function shown<Schema extends z.ZodType, Value>(
  visit: Visit,
  view: View<Schema, Value>,
  input: z.input<Schema> = inputOf(visit) as z.input<Schema>,
): Promise<Value> {
  const outcome = await view(callOf(visit), input);
  return outcome.ok ? outcome.value : turnedAway(visit, outcome.problem);
}

/** What a view shows, or `null` where there is no such thing: for pages that say so themselves. */
export async function found<Value>(looked: Promise<Outcome<Value, ViewProblem>>): Promise<Value | null> {
  const outcome = await looked;
  return outcome.ok ? outcome.value : null;
}

/** Nobody is told whether something exists that they may not see before they have signed in. */
export function turnedAway(visit: Visit, problem: ViewProblem): never {
  switch (problem.is) {
    case 'not-allowed':
      if (!visit.locals.signedIn) signInFirst(visit);
      return error(403, 'not allowed');
    case 'not-found':
      if (!visit.locals.signedIn) signInFirst(visit);
      return error(404, 'not found');
    case 'bad-input':
      // What no entry can be called is an address that there is none at.
      if (problem.errors.every(({ path }) => Object.hasOwn(visit.params, path))) return turnedAway(visit, { is: 'not-found' });
      return error(400, problem.errors.map(({ path, message }) => `${path}: ${message}`).join('; '));
  }
}

/** Leads to where one signs in, and from there back. */
export function signInFirst(visit: Pick<Visit, 'locals' | 'url'>): never {
  redirect(303, `/${visit.locals.language}/sign-in?then=${encodeURIComponent(visit.url.pathname + visit.url.search)}`);
}

/** What a page is given after a form was refused: the problem, and the values as they were typed. */
export interface Refusal<Problem> {
  form: string;
  problem: Problem;
  values: Record<string, unknown>;
}

export interface FormOptions<Value> {
  /** Made from the form's values and the address; by default both together, the address first. */
  input?: (visit: Visit, values: Record<string, unknown>) => unknown;
  /** Fields that carry a file, with what is asked for; the verb is given the id of what arrived. */
  files?: Record<string, FileKind>;
  /** Where to go when it is done; by default, and where it says `null`, the page is shown again with `done`. */
  then?: (value: Value, visit: Visit) => string | null;
}

/** `export const actions = { issue: form(issueNotice) }`: an action that opens the verb. A field `key` makes it safe to send twice. */
export function form<Schema extends z.ZodType, Value, Problem>(
  verb: Verb<Schema, Value, Problem>,
  { input, files, then }: FormOptions<Value> = {},
) {
  type Refused = ActionFailure<Refusal<Problem | VerbProblem | ReceiveProblem>>;
  const action = async (visit: Visit): Promise<Refused | { form: string; done: Value }> => {
    const { key, ...values } = formValues(await visit.request.formData());
    const refusedFile = files ? await receiveFiles(visit, values, files) : null;
    if (refusedFile) return fail(422, { form: verb.name, problem: refusedFile, values: withoutFiles(values) });
    const given = (input ? input(visit, values) : { ...values, ...visit.params }) as z.input<Schema>;
    const call = callOf(visit);
    const outcome: Outcome<Value, Problem | VerbProblem> = await verb(
      typeof key === 'string' && key !== '' ? { ...call, key } : call,
      given,
    );
    if (!outcome.ok) {
      const problem = outcome.problem as Problem | VerbProblem;
      const { is } = problem as { is: string };
      if (is === 'not-allowed' && !visit.locals.signedIn) signInFirst(visit);
      return fail(is === 'not-allowed' ? 403 : is === 'not-found' ? 404 : 422, { form: verb.name, problem, values: withoutFiles(values) });
    }
    const next = then?.(outcome.value, visit);
    if (next) redirect(303, next);
    return { form: verb.name, done: outcome.value };
  };
  return Object.assign(action, { verb });
}

/** Puts the ids of what arrived in the place of the files. */
async function receiveFiles(
  visit: Visit,
  values: Record<string, unknown>,
  kinds: Record<string, FileKind>,
): Promise<ReceiveProblem | null> {
  const { db, files, now } = backstageOf(visit);
  const account = visit.locals.signedIn?.account.id ?? signInFirst(visit);
  for (const [field, kind] of Object.entries(kinds)) {
    const file = values[field];
    if (!(file instanceof File)) continue;
    const arrived = await receive({ db, files }, { account, file, kind }, now());
    if (!arrived.ok) return arrived.problem;
    values[field] = arrived.value.id;
  }
  return null;
}

function withoutFiles(values: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(values, (_, value: unknown) => (value instanceof Blob ? undefined : value))) as Record<string, unknown>;
}

/** The account of whoever is signed in; others are led to where that can be done. For what is one's own. */
export function ownAccountOf(visit: Pick<Visit, 'locals' | 'url'>): { account: string; signIn: string } {
  const { signedIn } = visit.locals;
  return signedIn ? { account: signedIn.account.id, signIn: signedIn.signIn } : signInFirst(visit);
}

export interface AnswerOptions<Value> {
  /** What the verb is given; by default the JSON as it came. */
  input?: (given: Record<string, unknown>) => unknown;
  /** What the script is told of the value; by default all of it. */
  tell?: (value: Value) => unknown;
}

/** Opens a verb for a script: JSON in, the outcome as JSON out. `Idempotency-Key` makes it safe to send twice. */
export async function answerVerb<Value>(
  visit: Visit,
  verb: (call: Call, input: never) => Promise<Outcome<Value, unknown>>,
  { input = (given) => given, tell = (value) => value }: AnswerOptions<Value> = {},
): Promise<Response> {
  if (!visit.request.headers.get('content-type')?.startsWith('application/json')) return new Response(null, { status: 415 });
  const key = visit.request.headers.get('idempotency-key');
  const call = callOf(visit);
  let given: unknown;
  try {
    given = await visit.request.json();
  } catch {
    return Response.json({ ok: false, problem: { is: 'bad-input', errors: [{ path: '', message: 'this is no JSON' }] } }, { status: 400 });
  }
  const outcome = await verb(key ? { ...call, key } : call, input(Object(given) as Record<string, unknown>) as never);
  const { is } = outcome.ok ? { is: 'done' } : (outcome.problem as { is: string });
  const status = outcome.ok ? 200 : is === 'not-allowed' ? (visit.locals.signedIn ? 403 : 401) : is === 'not-found' ? 404 : 422;
  const told = outcome.ok ? { ok: true, value: tell(outcome.value) } : outcome;
  return Response.json(told, { status, headers: { 'cache-control': 'no-store' } });
}
