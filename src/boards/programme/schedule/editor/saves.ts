/**
 * What is painted at once and saved behind it, one thing after the other. The painted state is always what the server has said, with whatever
 * still waits done to it again; so a refusal takes back that one thing and nothing else. What could not be sent waits, also over a reload, and
 * is sent again under the same key: it is done once or not at all.
 */
import type { Uuid } from '../../content.ts';
import type { Placed } from '../placing/model.ts';
import type { PlacingProblem } from '../placing/actions.server.ts';
import { activitiesOf, applied, type Op, sameSchedule } from './ops.ts';

export interface Waiting {
  key: string;
  op: Op;
  /** As it was sent, until there is an answer: what is sent again must be the same. */
  body: object | null;
}

export type RefusedSave = PlacingProblem | { is: 'not-allowed' } | { is: 'changed-by-others' } | { is: 'bad-input' } | { is: 'not-found' };
export type Answer =
  { is: 'done'; activities: Placed[] } | { is: 'refused'; problem: RefusedSave } | { is: 'unreachable' } | { is: 'signed-out' };

export type SaveState = 'saved' | 'saving' | 'unreachable' | 'signed-out';

export interface SavesOptions {
  edition: string;
  placed: readonly Placed[];
  send(verb: 'arrange' | 'lock' | 'place-session', body: object, key: string): Promise<Answer>;
  newKey(): string;
  /** Calls after so many milliseconds; comes to the way to stop. */
  later(milliseconds: number, call: () => void): () => void;
  /** What is painted for these has changed. */
  onPaint(changed: Placed[]): void;
  onState(state: SaveState, waiting: readonly Waiting[]): void;
  onRefused(op: Op, problem: RefusedSave): void;
}

const PATIENCE = [1_000, 2_000, 5_000, 10_000, 30_000];

export interface Saves {
  painted(id: Uuid): Placed | undefined;
  all(): Placed[];
  /** Paints it and saves it as soon as may be. */
  add(op: Op): void;
  /** Does what an earlier visit could not save, before anything else. */
  takeOver(earlier: readonly Waiting[]): void;
  /** How things are according to the server, by whomever. */
  hear(present: readonly Placed[]): void;
  waiting(): readonly Waiting[];
  /** Now rather than later. */
  retry(): void;
  close(): void;
}

export function openSaves(options: SavesOptions): Saves {
  const confirmed = new Map(options.placed.map((placed) => [placed.id, placed]));
  const painted = new Map(confirmed);
  let waiting: Waiting[] = [];
  let state: SaveState = 'saved';
  let failures = 0;
  let stop = () => {};
  let closed = false;

  const tell = (next: SaveState) => {
    state = next;
    options.onState(state, waiting);
  };
  const paint = (ids: readonly Uuid[]) => {
    const changed: Placed[] = [];
    const now = new Map(ids.flatMap((id) => (confirmed.has(id) ? [[id, confirmed.get(id)!] as const] : [])));
    for (const { op } of waiting) {
      if (!activitiesOf(op).some((id) => now.has(id))) continue;
      for (const placed of applied(op, (id) => now.get(id))) now.set(placed.id, placed);
    }
    for (const [id, placed] of now) {
      if (painted.get(id) === placed) continue;
      painted.set(id, placed);
      changed.push(placed);
    }
    if (changed.length > 0) options.onPaint(changed);
  };
  const bodyOf = (op: Op): object | null => {
    const ids = activitiesOf(op);
    if (ids.some((id) => !confirmed.has(id))) return null;
    const version = (id: Uuid) => confirmed.get(id)!.version;
    const edition = options.edition;
    switch (op.is) {
      case 'arrange':
        return { edition, arrangements: op.arrangements.map((one) => ({ ...one, version: version(one.activity) })) };
      case 'lock':
        return { edition, locked: op.locked, activities: ids.map((activity) => ({ activity, version: version(activity) })) };
      case 'place-session': {
        const { id, room, startsAt, endsAt } = op.session;
        return { edition, activity: op.activity, version: version(op.activity), session: id, room, hours: { startsAt, endsAt } };
      }
    }
  };
  const drop = (one: Waiting, problem: RefusedSave) => {
    waiting = waiting.filter((other) => other !== one);
    paint(activitiesOf(one.op));
    options.onRefused(one.op, problem);
  };

  const pump = async (): Promise<void> => {
    const one = waiting[0];
    if (closed || state === 'saving') return;
    stop();
    if (!one) return tell('saved');
    one.body ??= bodyOf(one.op);
    if (!one.body) {
      drop(one, { is: 'gone', activities: activitiesOf(one.op) });
      return pump();
    }
    tell('saving');
    const answer = await options.send(one.op.is, one.body, one.key);
    if (closed) return;
    state = 'saved';
    if (answer.is === 'unreachable' || answer.is === 'signed-out') {
      tell(answer.is);
      stop = options.later(PATIENCE[Math.min(failures++, PATIENCE.length - 1)]!, () => void pump());
      return;
    }
    failures = 0;
    if (answer.is === 'done') {
      waiting = waiting.filter((other) => other !== one);
      // An answer given again may be older than what was heard since.
      const fresh = answer.activities.filter(({ id, version }) => version >= (confirmed.get(id)?.version ?? 0));
      fresh.forEach((placed) => confirmed.set(placed.id, placed));
      paint(answer.activities.map(({ id }) => id));
    } else if (answer.problem.is === 'stale') {
      const { present } = answer.problem;
      // Somebody changed a title, say: nothing that this is about.
      const elsewhere = present.every((now) => confirmed.has(now.id) && sameSchedule(now, confirmed.get(now.id)!));
      present.forEach((now) => confirmed.set(now.id, now));
      if (elsewhere) one.body = null;
      else drop(one, answer.problem);
    } else drop(one, answer.problem);
    return pump();
  };

  return {
    painted: (id) => painted.get(id),
    all: () => [...painted.values()],
    waiting: () => waiting,
    add(op) {
      waiting = [...waiting, { key: options.newKey(), op, body: null }];
      paint(activitiesOf(op));
      if (state === 'saving') tell('saving');
      else if (state === 'saved') void pump();
      else tell(state);
    },
    takeOver(earlier) {
      waiting = [...earlier, ...waiting];
      paint([...new Set(earlier.flatMap(({ op }) => activitiesOf(op)))]);
      if (state !== 'saving') void pump();
    },
    hear(present) {
      const underWay = state === 'saving' ? activitiesOf(waiting[0]!.op) : [];
      const fresh = present.filter(({ id, version }) => !underWay.includes(id) && (confirmed.get(id)?.version ?? 0) < version);
      const moved = fresh.filter((now) => confirmed.has(now.id) && !sameSchedule(now, confirmed.get(now.id)!)).map(({ id }) => id);
      fresh.forEach((now) => confirmed.set(now.id, now));
      // What waits was meant for another state: it would overwrite unseen. What may have been done already is asked for by its key.
      const lost = waiting.filter(({ op, body }) => body === null && activitiesOf(op).some((id) => moved.includes(id)));
      waiting = waiting.filter((one) => !lost.includes(one));
      paint([...new Set([...fresh.map(({ id }) => id), ...lost.flatMap(({ op }) => activitiesOf(op))])]);
      for (const { op } of lost) options.onRefused(op, { is: 'changed-by-others' });
      if (lost.length > 0) tell(state === 'saving' || waiting.length > 0 ? state : 'saved');
    },
    retry() {
      if (state === 'saving') return;
      failures = 0;
      void pump();
    },
    close() {
      closed = true;
      stop();
    },
  };
}
