import { z } from 'zod';
import type { TimetableProblem } from './model.ts';

/** A file that was read, or each thing wrong with it with the path to it. */
export type Read<T> = { ok: true; value: T } | { ok: false; errors: { path: string; reason: string }[] };

/** The largest problems taken on: bounds on memory, far above any forum known. */
export const LIMITS = {
  bytes: 64_000_000,
  activities: 5_000,
  sessions: 30_000,
  rooms: 500,
  people: 20_000,
  steps: 4_000,
  cells: 60_000_000,
  /** People of sessions, counted once for each step that their session lasts, times the steps of the days. */
  needs: 1_000_000_000,
};
/** Two costs must fit an Int32Array together. */
export const DEAREST = 2 ** 30 - 1;
/** Errors named at most. */
const MOST_ERRORS = 20;

const id = z.string().min(1).max(200);
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'a date like 2022-11-25')
  .refine(isDate, 'no such date');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day like 09:30');
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$|^\d{4}-\d\d-\d\dT24:00$/, 'a local time like 2022-11-25T09:30')
  .refine((t) => isDate(t.slice(0, 10)), 'no such date');
const span = z.strictObject({ from: time, to: time }).refine((s) => s.from < s.to, 'ends before it begins');
const zone = z.string().max(60).refine(isZone, 'no such time zone');
const minutes = z.int().min(1).max(1440);
const weight = z.int().min(0).max(1_000_000);
const spans = z.array(span).max(1_000).default([]);
const ids = z.array(id).max(2_000);
const items = z.array(id).max(100).default([]);

const schema = z.strictObject({
  format: z.literal('everforum-timetable-1'),
  name: z.string().max(300).default(''),
  timeZone: zone,
  step: z.int().min(1).max(240),
  days: z
    .array(z.strictObject({ date, from: clock, to: clock }).refine((d) => d.from < d.to, 'ends before it begins'))
    .min(1)
    .max(400),
  venues: z.array(z.strictObject({ id, site: id })).max(500),
  travel: z
    .array(z.strictObject({ from: id, to: id, minutes: z.int().min(0).max(1440) }))
    .max(50_000)
    .default([]),
  defaultTravel: z.int().min(0).max(1440).default(0),
  rooms: z
    .array(
      z.strictObject({
        id,
        venue: id,
        capacity: z.int().min(0).max(1_000_000),
        layouts: items,
        equipment: items,
        open: spans,
        closed: spans,
      }),
    )
    .max(LIMITS.rooms),
  people: z
    .array(
      z.strictObject({
        id,
        absent: spans,
        remote: z.strictObject({ timeZone: zone, hours: z.strictObject({ from: clock, to: clock }) }).optional(),
      }),
    )
    .max(LIMITS.people)
    .default([]),
  activities: z
    .array(
      z.strictObject({
        id,
        attendance: z.int().min(0).max(1_000_000).default(0),
        layout: id.optional(),
        equipment: items,
        topics: items,
        sessions: z
          .array(z.strictObject({ id, minutes, people: ids.default([]) }))
          .min(1)
          .max(500),
        order: z.enum(['fixed', 'free']).default('fixed'),
        windows: spans,
        fixed: z.strictObject({ room: id, start: time }).optional(),
      }),
    )
    .max(LIMITS.activities),
  relations: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(['before', 'same-day', 'same-room', 'other-day', 'apart']),
        a: id,
        b: id,
        gap: z.int().min(0).max(100_000).default(0),
        weight: z.union([weight, z.literal('must')]),
      }),
    )
    .max(20_000)
    .default([]),
  wishes: z
    .array(
      z.strictObject({
        id,
        activity: id,
        rooms: ids.optional(),
        venues: ids.optional(),
        days: z.array(date).max(400).optional(),
        spans: z.array(span).max(1_000).optional(),
        avoid: z.boolean().default(false),
        weight,
      }),
    )
    .max(20_000)
    .default([]),
  topics: z.array(z.strictObject({ id, weight })).max(2_000).default([]),
  before: z
    .array(z.strictObject({ activity: id, room: id, start: time }))
    .max(LIMITS.activities)
    .default([]),
  weights: z
    .strictObject({ roomMoved: weight.default(0), timeMoved: weight.default(0), remoteHours: weight.default(0) })
    .default({ roomMoved: 0, timeMoved: 0, remoteHours: 0 }),
});

/** Reads text as JSON, or says why it is none. */
export function parseJson(text: string): Read<unknown> {
  if (text.length > LIMITS.bytes) return wrong('', `the file has ${text.length} characters, more than ${LIMITS.bytes}`);
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return wrong('', `not JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'}`);
  }
}

export function parseProblem(data: unknown): Read<TimetableProblem> {
  const read = schema.safeParse(data);
  if (!read.success)
    return { ok: false, errors: read.error.issues.slice(0, MOST_ERRORS).map((i) => ({ path: i.path.join('.'), reason: i.message })) };
  const problem: TimetableProblem = read.data;
  const errors = [...checkReferences(problem)].slice(0, MOST_ERRORS);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: problem };
}

export function wrong(path: string, reason: string): { ok: false; errors: { path: string; reason: string }[] } {
  return { ok: false, errors: [{ path, reason }] };
}

function* checkReferences(p: TimetableProblem): Generator<{ path: string; reason: string }> {
  const sets = {
    venues: p.venues,
    rooms: p.rooms,
    people: p.people,
    activities: p.activities,
    relations: p.relations,
    wishes: p.wishes,
    topics: p.topics,
  };
  const known = new Map<string, Set<string>>();
  for (const [name, list] of Object.entries(sets)) {
    const seen = new Set<string>();
    for (const [i, item] of list.entries()) {
      if (seen.has(item.id)) yield { path: `${name}.${i}.id`, reason: `${item.id} is there twice` };
      seen.add(item.id);
    }
    known.set(name, seen);
  }
  const dates = new Set<string>();
  for (const [i, day] of p.days.entries()) {
    if (dates.has(day.date)) yield { path: `days.${i}.date`, reason: `${day.date} is there twice` };
    dates.add(day.date);
  }
  const refer = function* (name: string, path: string, ...wanted: (string | undefined)[]) {
    for (const one of wanted) if (one !== undefined && !known.get(name)!.has(one)) yield { path, reason: `${name} has no ${one}` };
  };
  for (const [i, t] of p.travel.entries()) yield* refer('venues', `travel.${i}`, t.from, t.to);
  for (const [i, r] of p.rooms.entries()) yield* refer('venues', `rooms.${i}.venue`, r.venue);
  let sessions = 0;
  for (const [i, a] of p.activities.entries()) {
    yield* refer('topics', `activities.${i}.topics`, ...a.topics);
    yield* refer('rooms', `activities.${i}.fixed.room`, a.fixed?.room);
    sessions += a.sessions.length;
    if (new Set(a.sessions.map((s) => s.id)).size < a.sessions.length)
      yield { path: `activities.${i}.sessions`, reason: 'two sessions of one activity have the same id' };
    for (const [k, s] of a.sessions.entries()) yield* refer('people', `activities.${i}.sessions.${k}.people`, ...s.people);
  }
  for (const [i, r] of p.relations.entries()) {
    yield* refer('activities', `relations.${i}`, r.a, r.b);
    if (r.a === r.b) yield { path: `relations.${i}`, reason: 'an activity cannot be related to itself' };
  }
  for (const [i, w] of p.wishes.entries()) {
    yield* refer('activities', `wishes.${i}.activity`, w.activity);
    yield* refer('rooms', `wishes.${i}.rooms`, ...(w.rooms ?? []));
    yield* refer('venues', `wishes.${i}.venues`, ...(w.venues ?? []));
    const kinds = [w.rooms ?? w.venues, w.days ?? w.spans].filter(Boolean).length;
    if (kinds !== 1) yield { path: `wishes.${i}`, reason: 'a wish is for rooms or venues, or for days or spans; make two wishes of it' };
  }
  const dear = new Map(p.activities.map((a) => [a.id, p.weights.roomMoved + p.weights.timeMoved]));
  for (const [i, w] of p.wishes.entries()) {
    const sum = (dear.get(w.activity) ?? 0) + w.weight;
    dear.set(w.activity, sum);
    if (sum > DEAREST) yield { path: `wishes.${i}.weight`, reason: `the wishes for ${w.activity} weigh more than ${DEAREST} together` };
  }
  const placed = new Set<string>();
  for (const [i, b] of p.before.entries()) {
    if (placed.has(b.activity)) yield { path: `before.${i}.activity`, reason: `${b.activity} is there twice` };
    placed.add(b.activity);
    yield* refer('activities', `before.${i}.activity`, b.activity);
    yield* refer('rooms', `before.${i}.room`, b.room);
  }
  if (sessions > LIMITS.sessions) yield { path: 'activities', reason: `${sessions} sessions, more than ${LIMITS.sessions}` };
  const steps = p.days.reduce((sum, d) => sum + Math.floor((clockMinutes(d.to) - clockMinutes(d.from)) / p.step), 0);
  if (steps > LIMITS.steps) yield { path: 'step', reason: `the days have ${steps} steps, more than ${LIMITS.steps}; take longer steps` };
  const needs = p.activities.reduce(
    (sum, a) => a.sessions.reduce((all, s) => all + s.people.length * Math.ceil(s.minutes / p.step), sum),
    0,
  );
  if (needs * steps > LIMITS.needs)
    yield { path: 'activities', reason: `people of sessions × steps come to ${needs * steps}, more than ${LIMITS.needs}` };
  const cells = steps * (p.activities.length + p.rooms.length + 2 * p.people.length);
  if (cells > LIMITS.cells) yield { path: '', reason: `steps × (activities + rooms + people) come to ${cells}, more than ${LIMITS.cells}` };
}

/** Minutes after midnight of a time of day. */
export function clockMinutes(clockTime: string): number {
  return Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3, 5));
}

function isDate(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
