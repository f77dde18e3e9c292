/** Rules that an activity keeps or breaks by itself, wherever the others are. */
import type { PlainDate, Uuid } from '../content.ts';
import { instant, wallClock } from '../time.ts';
import { found, type Found } from './clash.ts';
import type { Absence, Closure, DeskSchedule, Hours, Wish } from './desk-schedule.ts';
import type { Ground } from './ground.ts';
import { minutesOf, overlap, type Spot, type Stay } from './spots.ts';

const DAY = 86_400_000;

export interface Alone {
  ground: Ground;
  closures: Map<Uuid, (Closure & { span: { from: number; to: number } })[]>;
  absences: Map<Uuid, (Absence & { span: { from: number; to: number } })[]>;
  wishes: Map<Uuid, Wish[]>;
}

export function aloneOf(desk: DeskSchedule, ground: Ground): Alone {
  const spanned = <Item extends { from: string; to: string }>(item: Item) => ({
    ...item,
    span: { from: Date.parse(item.from), to: Date.parse(item.to) },
  });
  return {
    ground,
    closures: Map.groupBy(desk.closures.map(spanned), ({ place }) => place),
    absences: Map.groupBy(desk.absences.map(spanned), ({ person }) => person),
    wishes: Map.groupBy(desk.wishes, ({ activity }) => activity),
  };
}

export function alone(spot: Spot, by: Alone): Found[] {
  return [
    ...within(spot, by.ground),
    ...elsewhere(spot, by.ground),
    ...seats(spot, by.ground),
    ...closed(spot, by),
    ...spot.bookings.flatMap((stay) => opening(spot, stay, by.ground)),
    ...absent(spot, by),
    ...unmet(spot, by),
  ];
}

/** One activity's own sessions: people in two of them at once, two of them in one room elsewhere. */
function within(spot: Spot, ground: Ground): Found[] {
  const id = spot.activity.id;
  const all: Found[] = [];
  for (const [person, stays] of spot.presences) {
    for (const [one, other] of pairsOf(stays)) {
      if (!overlap(one, other)) continue;
      const sessions = [one.session!, other.session!].sort();
      const span = common(one, other);
      all.push(
        found(
          'person',
          [id, id, ...sessions, person],
          { minutes: minutesOf(span.to - span.from) },
          { activities: [id], sessions, people: [person], span },
        ),
      );
    }
  }
  if (spot.activity.sharesRoom !== null) return all;
  for (const [one, other] of pairsOf(spot.bookings)) {
    if (one.room !== other.room || !overlap(one, other) || ground.place(one.room!)?.parallel) continue;
    const sessions = [one.session, other.session].filter((session) => session !== null).sort();
    const span = common(one, other);
    const detail = { minutes: minutesOf(span.to - span.from) };
    all.push(found('room', [id, id, ...sessions], detail, { activities: [id], sessions, room: one.room, span }));
  }
  return all;
}

export const common = (one: Stay, other: Stay) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) });

function* pairsOf<Item>(list: readonly Item[]): Generator<[Item, Item]> {
  for (let i = 0; i < list.length; i++) for (let j = i + 1; j < list.length; j++) yield [list[i]!, list[j]!];
}

/** What is hosted abroad has its rooms there, and what is hosted here has none abroad. */
function elsewhere({ activity, room, from, to }: Spot, ground: Ground): Found[] {
  const { id, site } = activity;
  const there = room && ground.site(room);
  if (!site || !there || there === site) return [];
  return [found('site', [id], { site }, { activities: [id], room, span: { from, to } })];
}

function seats({ activity, room, from, to }: Spot, ground: Ground): Found[] {
  const place = room ? ground.place(room) : undefined;
  if (!place) return [];
  const all: Found[] = [];
  const about = { activities: [activity.id], room, span: { from, to } };
  const { layout } = activity.need;
  const arranged = layout === null ? undefined : place.layouts.find((one) => one.layout === layout);
  if (layout !== null && !arranged && place.layouts.length > 0) {
    all.push(found('layout', [activity.id], { layout, there: place.layouts.map((one) => one.layout) }, about));
  }
  const there = arranged?.seats ?? place.capacity;
  if (activity.capacity !== null && there !== null && activity.capacity > there) {
    all.push(found('capacity', [activity.id], { needed: activity.capacity, seats: there, layout: arranged ? layout : null }, about));
  }
  for (const equipment of activity.need.equipment) {
    if (ground.source(place.id, equipment).is !== 'none') continue;
    all.push(found('equipment', [activity.id, equipment], { equipment, needed: 1, there: 0, place: null }, about));
  }
  const needed = boothsFor(activity.interpretation);
  if (needed > 0 && ground.source(place.id, 'interpretation').is === 'none') {
    all.push(found('interpretation', [activity.id], { needed, there: 0, place: null }, about));
  }
  return all;
}

/** One booth works between the floor and one other language, both ways. */
export const boothsFor = (interpretation: readonly string[]): number =>
  interpretation.length === 0 ? 0 : Math.max(1, interpretation.length - 1);

function closed(spot: Spot, { closures, ground }: Alone): Found[] {
  const all = new Map<Uuid, Found>();
  if (closures.size === 0) return [];
  for (const stay of spot.bookings) {
    for (const { id } of ground.path(stay.room!)) {
      for (const closure of closures.get(id) ?? []) {
        if (all.has(closure.id) || !overlap(stay, closure.span)) continue;
        const span = common(stay, { ...stay, ...closure.span });
        all.set(
          closure.id,
          found(
            'closure',
            [spot.activity.id, closure.id],
            { closure: closure.id },
            { activities: [spot.activity.id], room: stay.room, span },
          ),
        );
      }
    }
  }
  return [...all.values()];
}

/** Open without a break, also over midnight. What lasts longer than a day has only to begin and to end within the hours. */
function opening({ activity }: Spot, stay: Stay, ground: Ground): Found[] {
  const hours = ground.hours(stay.room!);
  if (!hours) return [];
  const zone = ground.zone(stay.room);
  const local = (at: number) => {
    const { date, time } = wallClock(instant(at), zone);
    return Date.parse(`${date}T${time}Z`);
  };
  const [from, to] = [local(stay.from), local(stay.to)];
  const spans = openSpans(hours, from, to);
  const isOpen = (start: number, end: number) => {
    let at = start;
    for (const span of spans) if (span.from <= at && at < span.to) at = span.to;
    return at >= end;
  };
  if (stay.to - stay.from > DAY ? isOpen(from, from + 60_000) && isOpen(to - 60_000, to) : isOpen(from, Math.max(to, from + 1))) return [];
  const clock = (at: number, date: PlainDate) => {
    const minutes = Math.round((at - Date.parse(date)) / 60_000);
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  };
  const days = new Set([from, Math.max(from, to - 1)].map(dateOf));
  const open = spans
    .filter(({ date }) => days.has(date))
    .map((span) => ({ date: span.date, from: clock(span.from, span.date), to: clock(span.to, span.date) }));
  return [
    found(
      'hours',
      [activity.id, stay.room!, ...(stay.session ? [stay.session] : [])],
      { open },
      {
        activities: [activity.id],
        sessions: stay.session ? [stay.session] : [],
        room: stay.room,
        span: { from: stay.from, to: stay.to },
      },
    ),
  ];
}

const dateOf = (local: number): PlainDate => new Date(local).toISOString().slice(0, 10);

/** Local milliseconds, as if they were UTC. */
export function openSpans(hours: readonly Hours[], from: number, to: number): { date: PlainDate; from: number; to: number }[] {
  const spans = [];
  for (let day = Date.parse(dateOf(from)) - DAY; day <= to; day += DAY) {
    const date = dateOf(day);
    const weekday = new Date(day).getUTCDay() || 7;
    const [dated, weekly, always] = [
      hours.filter((one) => one.date === date),
      hours.filter((one) => one.date === null && one.weekday === weekday),
      hours.filter((one) => one.date === null && one.weekday === null),
    ];
    for (const one of dated.length > 0 ? dated : weekly.length > 0 ? weekly : always) {
      if (one.from < one.to) spans.push({ date, from: day + clockOf(one.from), to: day + clockOf(one.to) });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

const clockOf = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000;

function absent({ activity, presences }: Spot, { absences }: Alone): Found[] {
  if (absences.size === 0) return [];
  const all: Found[] = [];
  for (const [person, stays] of presences) {
    for (const absence of absences.get(person) ?? []) {
      const missed = stays.filter((stay) => overlap(stay, absence.span));
      if (missed.length === 0) continue;
      all.push(
        found(
          'availability',
          [activity.id, absence.id],
          { absence: absence.id },
          {
            activities: [activity.id],
            sessions: missed.flatMap(({ session }) => session ?? []),
            people: [person],
            room: activity.room,
            span: { from: Math.min(...missed.map(({ from }) => from)), to: Math.max(...missed.map(({ to }) => to)) },
          },
        ),
      );
    }
  }
  return all;
}

function unmet({ activity, room, from, to }: Spot, { wishes, ground }: Alone): Found[] {
  const all: Found[] = [];
  for (const wish of wishes.get(activity.id) ?? []) {
    const { date, time } = wallClock(instant(from), ground.zone(room));
    const path = room ? ground.path(room).map(({ id }) => id) : [];
    const asked = [
      { of: 'place' as const, asks: wish.places.length > 0 && room !== null, has: wish.places.some((id) => path.includes(id)) },
      { of: 'day' as const, asks: wish.days.length > 0, has: wish.days.includes(date) },
      { of: 'start' as const, asks: wish.starts.length > 0, has: wish.starts.some((start) => start.from <= time && time < start.to) },
    ].filter(({ asks }) => asks);
    // Every part of a wish for something is looked at by itself; one against something is broken when all of it came true.
    const broken = !wish.avoid ? asked.filter(({ has }) => !has) : asked.every(({ has }) => has) ? asked.slice(0, 1) : [];
    for (const { of } of broken) {
      const detail = { wish: wish.id, of, ...(wish.avoid && { avoided: true as const }) };
      all.push(found('wish', [activity.id, wish.id, of], detail, { activities: [activity.id], room, span: { from, to } }));
    }
  }
  return all;
}
