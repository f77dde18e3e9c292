/**
 * The agenda of one activity while it is edited: sessions in the order of their time. Every change gives a new agenda, so that undo is
 * going back to an earlier one. Times are instants; lengths are minutes, in steps of five.
 */
import type { Localised } from '#registry/text.ts';
import type { Instant, PersonRole, SessionKind, Uuid } from '../../content.ts';

export interface AgendaSession {
  id: Uuid;
  kind: SessionKind;
  title: Localised;
  abstract: Localised | null;
  startsAt: Instant;
  endsAt: Instant;
  languages: string[];
  cancelled: boolean;
  people: { person: Uuid; role: PersonRole }[];
}
export type Agenda = readonly AgendaSession[];

/** The hours of the activity, where it has them: no session leaves them. */
export type Bounds = { startsAt: Instant; endsAt: Instant } | null;

export const STEP = 5;
const MINUTE = 60_000;

export const ms = (instant: Instant): number => Date.parse(instant);
export const at = (time: number): Instant => new Date(time).toISOString().replace('.000Z', 'Z');
export const minutesOf = (session: Pick<AgendaSession, 'startsAt' | 'endsAt'>): number =>
  (ms(session.endsAt) - ms(session.startsAt)) / MINUTE;

export type AgendaProblem =
  /** It would leave the activity's hours. */
  | { is: 'outside'; session: Uuid }
  /** There is nothing before or after it to change places with. */
  | { is: 'at-the-edge'; session: Uuid }
  | { is: 'too-short'; session: Uuid };

export type Changed = { ok: true; agenda: Agenda } | { ok: false; problem: AgendaProblem };

const inOrder = (agenda: Agenda): Agenda => agenda.toSorted((a, b) => ms(a.startsAt) - ms(b.startsAt) || ms(a.endsAt) - ms(b.endsAt));
const moved = (session: AgendaSession, by: number): AgendaSession =>
  by === 0 ? session : { ...session, startsAt: at(ms(session.startsAt) + by), endsAt: at(ms(session.endsAt) + by) };

function within(agenda: Agenda, bounds: Bounds, before: Agenda): Changed {
  // What lay outside already may stay until somebody moves it.
  const same = new Map(before.map((session) => [session.id, session]));
  const out = agenda.find(
    (session) =>
      bounds &&
      leaves(session, bounds) &&
      (same.get(session.id)?.startsAt !== session.startsAt || same.get(session.id)?.endsAt !== session.endsAt),
  );
  return out ? { ok: false, problem: { is: 'outside', session: out.id } } : { ok: true, agenda: inOrder(agenda) };
}
export const leaves = ({ startsAt, endsAt }: Pick<AgendaSession, 'startsAt' | 'endsAt'>, bounds: NonNullable<Bounds>): boolean =>
  ms(startsAt) < ms(bounds.startsAt) || ms(endsAt) > ms(bounds.endsAt);

/** Those that start once `from` is over make room, each only as far as it must. */
function pushed(agenda: Agenda, from: number, until: number): Agenda {
  let free = until;
  return inOrder(agenda).map((session) => {
    if (ms(session.startsAt) < from || ms(session.startsAt) >= free) return session;
    const later = moved(session, free - ms(session.startsAt));
    free = ms(later.endsAt);
    return later;
  });
}

/** Makes a session longer or shorter by minutes; what follows makes room. */
export function lengthened(agenda: Agenda, id: Uuid, minutes: number, bounds: Bounds): Changed {
  const session = agenda.find((one) => one.id === id)!;
  const end = ms(session.endsAt) + minutes * MINUTE;
  if (end - ms(session.startsAt) < STEP * MINUTE) return { ok: false, problem: { is: 'too-short', session: id } };
  const longer = { ...session, endsAt: at(end) };
  const others = pushed(
    agenda.filter((one) => one.id !== id),
    ms(session.endsAt),
    end,
  );
  return within([...others, longer], bounds, agenda);
}

/** Starts a session earlier or later by minutes, keeping its length; what follows makes room. */
export function shifted(agenda: Agenda, id: Uuid, minutes: number, bounds: Bounds): Changed {
  const session = agenda.find((one) => one.id === id)!;
  const later = moved(session, minutes * MINUTE);
  const others = agenda.filter((one) => one.id !== id);
  return within([...(minutes > 0 ? pushed(others, ms(session.endsAt), ms(later.endsAt)) : others), later], bounds, agenda);
}

/**
 * Puts a session at another place in the order. Those between move up or down by its length and the pause that followed it, so the
 * beginning and the end of the agenda stay.
 */
export function reordered(agenda: Agenda, id: Uuid, to: number): Changed {
  let current = inOrder(agenda);
  const from = current.findIndex((one) => one.id === id);
  if (to < 0 || to >= current.length || to === from) return { ok: false, problem: { is: 'at-the-edge', session: id } };
  for (let place = from; place !== to; place += to > from ? 1 : -1) {
    current = exchanged(current, to > from ? place : place - 1);
  }
  return { ok: true, agenda: current };
}

/** Two neighbours change places; the pause between them stays between them. */
function exchanged(agenda: Agenda, first: number): Agenda {
  const [a, b] = [agenda[first]!, agenda[first + 1]!];
  // Sessions at the same time simply take each other's beginning.
  const pause = ms(b.startsAt) - ms(a.endsAt);
  const earlier = moved(b, ms(a.startsAt) - ms(b.startsAt));
  const later = moved(a, (pause >= 0 ? ms(earlier.endsAt) + pause : ms(b.startsAt)) - ms(a.startsAt));
  return agenda.map((one, place) => (place === first ? earlier : place === first + 1 ? later : one));
}

/** Sets the hours of a session as they were typed. Nothing makes room: whoever types means it. */
export function timed(agenda: Agenda, id: Uuid, startsAt: Instant, endsAt: Instant, bounds: Bounds): Changed {
  if (ms(endsAt) - ms(startsAt) < STEP * MINUTE) return { ok: false, problem: { is: 'too-short', session: id } };
  return within(
    agenda.map((one) => (one.id === id ? { ...one, startsAt, endsAt } : one)),
    bounds,
    agenda,
  );
}

export const written = (agenda: Agenda, id: Uuid, change: Partial<Omit<AgendaSession, 'id' | 'startsAt' | 'endsAt'>>): Agenda =>
  agenda.map((one) => (one.id === id ? { ...one, ...change } : one));

export const without = (agenda: Agenda, id: Uuid): Agenda => agenda.filter((one) => one.id !== id);

/** Adds a session after the last one, or in what is left before the activity's end; `null` where less than five minutes are left. */
export function added(
  agenda: Agenda,
  session: Omit<AgendaSession, 'startsAt' | 'endsAt'>,
  minutes: number,
  bounds: Bounds,
  start: Instant,
): Agenda | null {
  const from = agenda.length > 0 ? Math.max(...agenda.map(({ endsAt }) => ms(endsAt))) : ms(bounds?.startsAt ?? start);
  const until = bounds ? Math.min(from + minutes * MINUTE, ms(bounds.endsAt)) : from + minutes * MINUTE;
  if (until - from < STEP * MINUTE) return null;
  return inOrder([...agenda, { ...session, startsAt: at(from), endsAt: at(until) }]);
}

export interface Overlap {
  first: Uuid;
  second: Uuid;
}
/** Sessions that run at the same time, in pairs. */
export const overlaps = (agenda: Agenda): Overlap[] =>
  inOrder(agenda.filter(({ cancelled }) => !cancelled)).flatMap((one, place, all) =>
    all.slice(place + 1).flatMap((next) => (ms(next.startsAt) < ms(one.endsAt) ? [{ first: one.id, second: next.id }] : [])),
  );
