/**
 * Moving an edition: the same programme on other days, on no days that are known, or back on days from none. Every activity of the edition's
 * days keeps its hour on the wall of its own place; what has been held or called off, and what takes place in the rest of the year, stays.
 */
import type { Activity, EditionContent, Instant, PlainDate, Uuid } from '../content.ts';
import type { Days } from '#registry/rehearsals.server.ts';
import { indexOf, type Indexed } from '../index-of.ts';
import { instant, localDate, localTime, offsetMinutes } from '../time.ts';

const DAY = 86_400_000;

/** Days from one date to another. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
export const plusDays = (date: PlainDate, days: number): PlainDate => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** The same hour on the wall of `zone`, days later. Where that hour does not exist (a clock put forward), the next that does. */
export function sameHour(at: Instant, days: number, zone: string): Instant {
  const then = instant(Date.parse(at) + days * DAY);
  return instant(Date.parse(then) + (offsetMinutes(at, zone) - offsetMinutes(then, zone)) * 60_000);
}

/** What becomes of one activity. */
export interface Becomes {
  /** `null`: it keeps the hours that it has. */
  to: { startsAt: Instant; endsAt: Instant } | null;
  state: Activity['state'];
  /** Put off by itself, so that it stays so when the edition has its days again. */
  alone: boolean;
}

export interface Shift extends Becomes {
  activity: Uuid;
  from: { startsAt: Instant; endsAt: Instant } | null;
  /** On which day of the edition it was, from 0. */
  day: number;
}

export interface EditionPlan {
  from: Days | null;
  to: Days | null;
  /** The days that it has, or had last. */
  last: Days | null;
  /** Days that everything moves by; `null` where either end is not known. */
  shift: number | null;
  shifts: Shift[];
  /** Activities that keep their time, and why. */
  stays: { activity: Uuid; because: 'year-round' | 'held' | 'cancelled' | 'unplaced' | 'outside' }[];
  /** Activities on days that the moved edition no longer has. */
  beyond: Uuid[];
}

/** The days an edition was last planned for, where it has none now. */
function lastDays({ edition }: EditionContent): Days | null {
  if (edition.startsOn && edition.endsOn) return { startsOn: edition.startsOn, endsOn: edition.endsOn };
  for (const { from } of edition.dateChanges.toReversed()) {
    if (from.startsOn && from.endsOn) return { startsOn: from.startsOn, endsOn: from.endsOn };
  }
  return null;
}

/** `to: null`: days that are not known yet. */
export function planEdition(content: EditionContent, to: Days | null): EditionPlan {
  const { edition } = content;
  const index = indexOf(content);
  const from = edition.startsOn && edition.endsOn ? { startsOn: edition.startsOn, endsOn: edition.endsOn } : null;
  const base = lastDays(content);
  const shift = base && to ? daysBetween(base.startsOn, to.startsOn) : null;
  const length = to ? daysBetween(to.startsOn, to.endsOn) + 1 : null;
  const plan: EditionPlan = { from, to, last: base, shift, shifts: [], stays: [], beyond: [] };
  for (const activity of content.activities) {
    const because = staysWhere(index, activity, base, from);
    if (because) {
      plan.stays.push({ activity: activity.id, because });
      continue;
    }
    const slot = { startsAt: activity.startsAt!, endsAt: activity.endsAt! };
    const zone = index.zoneOf(activity);
    const day = base ? daysBetween(base.startsOn, localDate(slot.startsAt, zone)) : 0;
    if (length !== null && day >= length) plan.beyond.push(activity.id);
    plan.shifts.push({
      activity: activity.id,
      from: slot,
      to: shift === null ? null : { startsAt: sameHour(slot.startsAt, shift, zone), endsAt: sameHour(slot.endsAt, shift, zone) },
      state: stateAfter(activity.state, to !== null),
      alone: false,
      day,
    });
  }
  return plan;
}

function staysWhere(
  index: Indexed,
  activity: Activity,
  base: Days | null,
  from: Days | null,
): EditionPlan['stays'][number]['because'] | null {
  if (activity.kind === 'year-round') return 'year-round';
  if (activity.state === 'held' || activity.state === 'live') return 'held';
  if (activity.state === 'cancelled') return 'cancelled';
  // Put off by itself: its own time is still to come.
  if (activity.state === 'postponed' && (from || activity.postponedAlone)) return 'unplaced';
  if (!activity.startsAt) return 'unplaced';
  const day = localDate(activity.startsAt, index.zoneOf(activity));
  return base && (day < base.startsOn || day > base.endsOn) ? 'outside' : null;
}

function stateAfter(state: Activity['state'], known: boolean): Activity['state'] {
  if (!known) return state === 'published' ? 'postponed' : state;
  return state === 'postponed' ? 'published' : state;
}

/** The content after the plan, without anything being written: for what else would then clash. */
export function afterPlan(
  content: EditionContent,
  plan: EditionPlan,
  changed: ReadonlyMap<Uuid, Partial<Becomes>> = new Map(),
): EditionContent {
  const index = indexOf(content);
  const shifts = new Map(plan.shifts.map((shift) => [shift.activity, { ...shift, ...changed.get(shift.activity) }]));
  return {
    ...content,
    edition: { ...content.edition, startsOn: plan.to?.startsOn ?? null, endsOn: plan.to?.endsOn ?? null },
    activities: content.activities.map((activity) => {
      const shift = shifts.get(activity.id);
      if (shift) return shifted(activity, shift, index.zoneOf(activity));
      // From here on nothing else tells it from what is put off with the edition.
      return activity.state === 'postponed' ? inState(activity, 'postponed', true) : activity;
    }),
  };
}

/** An activity with what became of it; its sessions keep their hours within it. Drafts have no first plan that anybody was told. */
export function shifted(before: Activity, { to, state, alone }: Becomes, zone: string): Activity {
  const activity = inState(before, state, alone);
  if (!to) return activity;
  const told = !['planned', 'scheduled'].includes(before.state);
  const days = daysBetween(localDate(activity.startsAt!, zone), localDate(to.startsAt, zone));
  const rest = Date.parse(to.startsAt) - Date.parse(sameHour(activity.startsAt!, days, zone));
  const move = (at: Instant) => instant(Date.parse(sameHour(at, days, zone)) + rest);
  return {
    ...activity,
    ...to,
    firstPlannedStartsAt: activity.firstPlannedStartsAt ?? (told && to.startsAt !== activity.startsAt ? activity.startsAt : null),
    sessions: activity.sessions.map((session) => ({ ...session, startsAt: move(session.startsAt), endsAt: move(session.endsAt) })),
  };
}

/** `alone` says of what is postponed that it is so by itself. */
export function inState({ postponedAlone: _, ...activity }: Activity, state: Activity['state'], alone = false): Activity {
  return { ...activity, state, ...(alone && state === 'postponed' ? { postponedAlone: true } : {}) };
}

/** The same hours on another day of the edition. */
export function onDay(content: EditionContent, activity: Activity, day: PlainDate): { startsAt: Instant; endsAt: Instant } {
  const zone = indexOf(content).zoneOf(activity);
  const days = daysBetween(localDate(activity.startsAt!, zone), day);
  return { startsAt: sameHour(activity.startsAt!, days, zone), endsAt: sameHour(activity.endsAt!, days, zone) };
}

/** Whether a plan leaves everybody the hours they know: for tests and for the page's own words. */
export const keepsHour = (shift: Shift, zone: string): boolean =>
  !shift.from || !shift.to || localTime(shift.from.startsAt, zone) === localTime(shift.to.startsAt, zone);

/** `2022-11-26T09:00` on the wall of a zone. */
export const wallTime = (at: Instant, zone: string): string => `${localDate(at, zone)}T${localTime(at, zone)}`;

/** The instant of a time on the wall of `zone`; `null` for what is no time. */
export function fromWall(wall: string, zone: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(Date.parse(`${wall}:00Z`))) return null;
  const guess = instant(`${wall}:00Z`);
  const near = instant(Date.parse(guess) - offsetMinutes(guess, zone) * 60_000);
  return instant(Date.parse(guess) - offsetMinutes(near, zone) * 60_000);
}
