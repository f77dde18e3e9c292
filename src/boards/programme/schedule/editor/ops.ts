/** What is done at the desk as values: it can be applied, turned round and sent. */
import type { Uuid } from '../../content.ts';
import { arranged, type Arrangement, inverse, type Placed, type PlacedSession, sameSpot } from '../placing/model.ts';

export type Op =
  | { is: 'arrange'; arrangements: Arrangement[] }
  | { is: 'lock'; activities: Uuid[]; locked: boolean }
  | { is: 'place-session'; activity: Uuid; session: PlacedSession };

export const activitiesOf = (op: Op): Uuid[] =>
  op.is === 'arrange' ? op.arrangements.map(({ activity }) => activity) : op.is === 'lock' ? op.activities : [op.activity];

type Get = (id: Uuid) => Placed | undefined;

/** Those that it touches, as they are after it; what is no longer there is left out. */
export function applied(op: Op, get: Get): Placed[] {
  const of = (id: Uuid, change: (present: Placed) => Placed): Placed[] => {
    const present = get(id);
    return present ? [change(present)] : [];
  };
  switch (op.is) {
    case 'arrange':
      return op.arrangements.flatMap((arrangement) => of(arrangement.activity, (present) => arranged(present, arrangement)));
    case 'lock':
      return op.activities.flatMap((id) => of(id, (present) => ({ ...present, locked: op.locked })));
    case 'place-session':
      return of(op.activity, (present) => ({
        ...present,
        sessions: present.sessions.map((session) => (session.id === op.session.id ? op.session : session)),
      }));
  }
}

/** What undoes it, for activities that were as `get` tells before it. */
export function inverseOf(op: Op, get: Get): Op {
  switch (op.is) {
    case 'arrange':
      return { is: 'arrange', arrangements: op.arrangements.flatMap((one) => (get(one.activity) ? inverse(get(one.activity)!, one) : [])) };
    case 'lock':
      return { ...op, locked: !op.locked };
    case 'place-session':
      return { ...op, session: get(op.activity)?.sessions.find(({ id }) => id === op.session.id) ?? op.session };
  }
}

/** The same to the schedule: spot, lock and the times and rooms of the sessions. Versions may differ. */
export const sameSchedule = (a: Placed, b: Placed): boolean =>
  sameSpot(a, b) &&
  a.sessions.length === b.sessions.length &&
  a.sessions.every((one, at) => {
    const other = b.sessions[at]!;
    return one.id === other.id && one.room === other.room && one.startsAt === other.startsAt && one.endsAt === other.endsAt;
  });

/** One thing done, and how to undo it. */
export interface Step {
  op: Op;
  back: Op;
  before: Placed[];
  after: Placed[];
}

export interface History {
  done: readonly Step[];
  undone: readonly Step[];
}

export const noHistory: History = { done: [], undone: [] };
/** Nobody goes back further. */
const REMEMBERED = 200;

export const remembered = ({ done }: History, step: Step): History => ({ done: [...done, step].slice(-REMEMBERED), undone: [] });

/**
 * The step that undo (or redo) takes, with the history after it. `changed` names what has been changed since by somebody else: then nothing
 * is taken back, and the step, with whatever came before it to the same activity, is forgotten.
 */
export function stepBack(
  { done, undone }: History,
  direction: 'undo' | 'redo',
  get: Get,
): { op: Op; history: History } | { changed: Uuid[]; history: History } | null {
  const [from, to] = direction === 'undo' ? [done, undone] : [undone, done];
  const step = from.at(-1);
  if (!step) return null;
  const expected = direction === 'undo' ? step.after : step.before;
  const changed = expected.filter((one) => !get(one.id) || !sameSchedule(get(one.id)!, one)).map(({ id }) => id);
  if (changed.length > 0) {
    const untouched = (steps: readonly Step[]) => steps.filter(({ op }) => !activitiesOf(op).some((id) => changed.includes(id)));
    return { changed, history: { done: untouched(done), undone: untouched(undone) } };
  }
  const rest = from.slice(0, -1);
  const history = direction === 'undo' ? { done: rest, undone: [...to, step] } : { done: [...to, step], undone: rest };
  return { op: direction === 'undo' ? step.back : step.op, history };
}
