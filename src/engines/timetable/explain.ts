import { timeAt } from './clockwork.ts';
import { absentAt, roomObstacles, type Compiled } from './compile.ts';
import { obstaclesAt, type Obstacle } from './core/obstacles.ts';
import { Timetable } from './core/timetable.ts';
import type { Placement } from './core/evaluate.ts';
import type { Reason, TimetableProblem, UnmetWish } from './model.ts';

/** Places listed for one explanation and for all, and of those looked at closely. So explaining takes bounded time. */
const MOST_LISTED = 40_000;
const MOST_IN_ALL = 20_000_000;
const MOST_LOOKS = 4_000;
const MOST_LOOKS_IN_ALL = 400_000;
/** An absence cannot be moved out of the way, so it counts as more than any number of events. */
const ABSENCE = 100_000;

/** The rooms and the starts that are asked for, 1 for each that is; null where any will do. */
type Asked = Compiled['wishes'][number];
const ANYTHING: Asked = { rooms: null, starts: null };

/** A timetable with every event put where a placement has it. */
export function tableOf(compiled: Compiled, placement: Placement): Timetable {
  const table = new Timetable(compiled.core);
  if (table.people && placement.parts) table.people.parts.set(placement.parts);
  for (let e = 0; e < compiled.core.events; e++) if (placement.room[e]! >= 0) table.place(e, placement.room[e]!, placement.at[e]!);
  return table;
}

/** For each wish that is not met, whether it could be at all, and what stands in its way at the place where least does. */
export function explainWishes(problem: TimetableProblem, compiled: Compiled, placement: Placement): UnmetWish[] {
  const table = tableOf(compiled, placement);
  const index = new Map(problem.activities.map((a, i) => [a.id, i]));
  const unmet: UnmetWish[] = [];
  problem.wishes.forEach((wish, w) => {
    const e = index.get(wish.activity)!;
    const { rooms, starts } = compiled.wishes[w]!;
    if (placement.room[e]! >= 0 && rooms?.[placement.room[e]!] !== 0 && starts?.[placement.at[e]!] !== 0) return;
    unmet.push({
      wish: wish.id,
      activity: wish.activity,
      weight: wish.weight,
      ...nearest(problem, compiled, table, e, { rooms, starts }, problem.wishes.length),
    });
  });
  return unmet;
}

/** The allowed places of e among those asked for, or, where they are very many, some of each of its rooms. */
function placesAsked(table: Timetable, e: number, asked: Asked, most: number): number[] {
  const { rooms, ticks, roomAllowed, startAllowed, open, length } = table.core;
  const starts: number[] = [];
  for (let t = 0; t < ticks; t++) if (startAllowed[e * ticks + t] === 1 && asked.starts?.[t] !== 0) starts.push(t);
  const places: number[] = [];
  for (let r = 0; r < rooms; r++) {
    if (roomAllowed[e * rooms + r] === 0 || asked.rooms?.[r] === 0) continue;
    const enough = places.length + Math.max(1, Math.ceil((most - places.length) / (rooms - r)));
    for (let i = 0; i < starts.length && places.length < enough; i++)
      if (open[r * ticks + starts[i]!]! >= length[e]!) places.push(r * ticks + starts[i]!);
  }
  return places;
}

/** The allowed place, of those asked for, where least is in the way of event e; which it leaves where it is. */
function nearest(
  problem: TimetableProblem,
  compiled: Compiled,
  table: Timetable,
  e: number,
  asked: Asked,
  explanations: number,
): Pick<UnmetWish, 'why' | 'at' | 'reasons' | 'costsMore'> {
  const { core, axis } = compiled;
  const most = Math.min(MOST_LISTED, Math.ceil(MOST_IN_ALL / explanations));
  const places = placesAsked(table, e, asked, most);
  if (places.length === 0) return { why: 'impossible', at: null, reasons: whyNowhere(problem, compiled, e, asked), costsMore: 0 };
  const stride = Math.ceil(places.length / Math.min(MOST_LOOKS, Math.ceil(MOST_LOOKS_IN_ALL / explanations)));
  const from = { room: table.room[e]!, tick: table.at[e]! };
  const cost = table.cost;
  if (from.room >= 0) table.remove(e);
  let best = -1;
  let fewest = Infinity;
  let cheapest = Infinity;
  for (let i = 0; i < places.length; i += stride) {
    const room = Math.floor(places[i]! / core.ticks);
    const tick = places[i]! % core.ticks;
    if (table.isFree(e, room, tick)) {
      table.place(e, room, tick);
      const more = table.cost - cost;
      table.remove(e);
      if (fewest > 0 || more < cheapest) [best, fewest, cheapest] = [places[i]!, 0, more];
    } else if (fewest > 0) {
      const others = obstaclesAt(table, e, room, tick).map((o) => o.other);
      const inWay = new Set(others).size + (others.includes(-1) ? ABSENCE : 0);
      if (inWay < fewest) [best, fewest] = [places[i]!, inWay];
    }
  }
  const room = Math.floor(best / core.ticks);
  const tick = best % core.ticks;
  const reasons = fewest === 0 ? [] : obstaclesAt(table, e, room, tick).map((o) => reasonOf(problem, o));
  if (from.room >= 0) table.place(e, from.room, from.tick);
  const at = { room: problem.rooms[room]!.id, start: timeAt(axis, tick) };
  return fewest === 0
    ? { why: 'outweighed', at, reasons, costsMore: from.room >= 0 ? cheapest : 0 }
    : { why: 'blocked', at, reasons, costsMore: 0 };
}

/** Why an event that is not placed could not be: what stands in its way at the place where least does, or what forbids every place. */
export function explainUnplaced(problem: TimetableProblem, compiled: Compiled, table: Timetable, e: number): Reason[] {
  return nearest(problem, compiled, table, e, ANYTHING, problem.activities.length).reasons;
}

/** Which rules, each alone or all together, leave event e no place among those asked for. */
export function whyNowhere(problem: TimetableProblem, compiled: Compiled, e: number, asked: Asked = ANYTHING): Reason[] {
  const { core, axis } = compiled;
  const activity = problem.activities[e]!;
  const rooms = problem.rooms.map((_, r) => r).filter((r) => asked.rooms?.[r] !== 0);
  const starts = Array.from({ length: core.ticks }, (_, t) => t).filter((t) => asked.starts?.[t] !== 0);
  if (activity.fixed)
    return [
      {
        rule: 'fixed',
        ids: [activity.id, activity.fixed.room],
        words: `${activity.id} is fixed in ${activity.fixed.room} at ${activity.fixed.start}, where it cannot be`,
      },
    ];
  if (rooms.length === 0 || starts.length === 0)
    return [{ rule: 'room', ids: [activity.id], words: `no room or hour of this timetable is what ${activity.id} asks for` }];
  const suits = rooms.filter((r) => core.roomAllowed[e * core.rooms + r]);
  if (suits.length === 0) {
    const named = { capacity: 'too small', layout: 'without the layout', equipment: 'without the equipment' } as const;
    return (['capacity', 'layout', 'equipment'] as const)
      .map((rule) => ({
        rule,
        ids: rooms.filter((r) => roomObstacles(problem, activity, r).includes(rule)).map((r) => problem.rooms[r]!.id),
      }))
      .filter(({ ids }) => ids.length > 0)
      .map(({ rule, ids }) => ({
        rule,
        ids,
        words: `${listed(ids)} ${ids.length === 1 ? 'is' : 'are'} ${named[rule]} for ${activity.id}`,
      }));
  }
  const inHours = starts.filter((t) => compiled.inHours[e * core.ticks + t]);
  if (inHours.length === 0)
    return [
      {
        rule: activity.windows.length > 0 ? 'window' : 'hours',
        ids: [activity.id],
        words: `${activity.id} lasts ${core.length[e]! * axis.step} minutes, which no day or window asked for has room for`,
      },
    ];
  if (core.people && !inHours.some((t) => core.startAllowed[e * core.ticks + t])) {
    const away = new Set(inHours.flatMap((t) => [...absentAt(core.people!, e, t, core.ticks)]));
    const ids = [...away].map((p) => problem.people[p]!.id);
    return [{ rule: 'absent', ids, words: `${activity.id} has no hour at which all its people are there (${listed(ids)})` }];
  }
  return [
    {
      rule: 'closed',
      ids: suits.map((r) => problem.rooms[r]!.id),
      words: `${listed(suits.map((r) => problem.rooms[r]!.id))} ${suits.length === 1 ? 'is' : 'are'} closed whenever ${activity.id} could start`,
    },
  ];
}

function reasonOf(problem: TimetableProblem, o: Obstacle): Reason {
  const other = o.other >= 0 ? problem.activities[o.other]!.id : '';
  switch (o.rule) {
    case 'room':
      return { rule: 'room', ids: [other], words: `${other} is in the room then` };
    case 'person': {
      const person = problem.people[o.person]!.id;
      return o.other < 0
        ? { rule: 'absent', ids: [person], words: `${person} is absent then` }
        : { rule: 'person', ids: [person, other], words: `${person} is at ${other} then, or on the way` };
    }
    case 'relation': {
      const relation = problem.relations[o.relation]!;
      return { rule: 'relation', ids: [relation.id, other], words: `${relation.a} ${relation.kind} ${relation.b} would not hold` };
    }
    default:
      return { rule: o.rule, ids: [other], words: `${other} clashes with it` };
  }
}

function listed(ids: string[]): string {
  return ids.length <= 4 ? ids.join(', ') : `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more`;
}
