import type { Highs } from 'highs';
import type { CoreProblem } from '../core/problem.ts';
import { LinearProgram } from './linear.ts';

type Term = readonly [variable: number, factor: number];

function daysOpen(core: CoreProblem, e: number): Set<number> {
  const days = new Set<number>();
  for (let t = 0; t < core.ticks; t++) if (core.startAllowed[e * core.ticks + t]) days.add(core.day[t]!);
  return days;
}

/** Days that a series (those that `counts`) lacks, however its events are placed. */
export function seriesBound(core: CoreProblem, counts: (series: number) => boolean = () => true): number {
  if (!core.series) return 0;
  const { count, seriesOf, minDays, dayCost } = core.series;
  let bound = 0;
  for (let c = 0; c < count; c++) {
    const events = [...seriesOf.keys()].filter((e) => seriesOf[e] === c);
    if (!counts(c)) continue;
    const days = new Set(events.flatMap((e) => [...daysOpen(core, e)]));
    bound += dayCost * Math.max(0, minDays[c]! - Math.min(events.length, days.size));
  }
  return bound;
}

/** Events of an audience that may start at the same ticks and clash alike, and of one series. */
type Group = Map<string, number[]>;

/** So many audiences are looked at together, those that share most events: what one avoids, another may pay for. */
const TOGETHER = 8;
/** A set may take so many times its share of the time left, as most need far less. */
const SHARE = 4;

/**
 * For sets of audiences an exact little timetable of their own (their lonely ticks and the days of the series that are theirs altogether, rooms
 * aside). As each audience and each series is counted in one set only, the sets add up (after Hao and Benlic 2011), though an event may stand
 * elsewhere in each.
 * @returns the lonely ticks alone; and with the days of all series.
 */
export function audienceBound(
  highs: Highs,
  core: CoreProblem,
  seconds: number,
  left: () => number,
): { audience: number; together: number } {
  const { count, of } = core.audience!;
  const members: Group[] = Array.from({ length: count }, () => new Map());
  for (let e = 0; e < core.events; e++) {
    const key = `${core.clash!.classOf[e]!} ${seriesOf(core, e)} ${mayBeLeftOut(core, e)} ${core.startAllowed.subarray(e * core.ticks, (e + 1) * core.ticks).join('')}`;
    for (let i = of.first[e]!; i < of.first[e + 1]!; i++) {
      const group = members[of.items[i]!]!;
      const known = group.get(key);
      if (known) known.push(e);
      else group.set(key, [e]);
    }
  }
  const taken = new Set<number>();
  const isFree = (series: number) => !taken.has(series);
  let together = 0;
  const sets = setsOf(members);
  for (const [i, set] of sets.entries()) {
    if (left() <= 0) break;
    const { programme, counted } = withDays(
      core,
      set.map((q) => members[q]!),
      isFree,
    );
    const share = Math.max(seconds / 4, (left() * SHARE) / (sets.length - i));
    const found = programme.bound(highs, Math.min(left(), share)) ?? 0;
    // Series whose days gain nothing here are left to another set.
    if (found <= seriesBound(core, (c) => counted.includes(c))) continue;
    together += found;
    for (const c of counted) taken.add(c);
  }
  let audience = 0;
  for (const group of members) audience += left() <= 0 ? 0 : (programmeOf(core, [group], () => false).bound(highs, seconds) ?? 0);
  return { audience, together: Math.max(together + seriesBound(core, isFree), audience + seriesBound(core)) };
}

function seriesOf(core: CoreProblem, e: number): number {
  return core.series?.seriesOf[e] ?? -1;
}

function mayBeLeftOut(core: CoreProblem, e: number): boolean {
  return core.optional?.[e] === 1;
}

/** Parts the audiences into sets, each begun with the one that has most events and filled up with those that share most with it. */
function setsOf(members: Group[]): number[][] {
  const sizes = members.map((group) => [...group.values()].reduce((sum, events) => sum + events.length, 0));
  const open = new Set([...members.keys()].sort((a, b) => sizes[b]! - sizes[a]!));
  const sets: number[][] = [];
  for (const first of open) {
    open.delete(first);
    const set = [first];
    const keys = new Set(members[first]!.keys());
    while (set.length < TOGETHER) {
      let best = -1;
      let most = 0;
      for (const q of open) {
        let shared = 0;
        for (const [key, events] of members[q]!) if (keys.has(key)) shared += events.length;
        if (shared > most) [best, most] = [q, shared];
      }
      if (best < 0) break;
      open.delete(best);
      set.push(best);
      for (const key of members[best]!.keys()) keys.add(key);
    }
    sets.push(set);
  }
  return sets;
}

function withDays(
  core: CoreProblem,
  groups: Group[],
  isFree: (series: number) => boolean,
): { programme: LinearProgram; counted: number[] } {
  const counted: number[] = [];
  const programme = programmeOf(core, groups, (series, events) => {
    const isWhole = series >= 0 && isFree(series) && core.series!.seriesOf.filter((c) => c === series).length === events;
    if (isWhole) counted.push(series);
    return isWhole;
  });
  return { programme, counted };
}

/** The timetable of some audiences as a programme, with the days of the series of which `countsDays` is told its events here and says so. */
function programmeOf(core: CoreProblem, groups: Group[], countsDays: (series: number, events: number) => boolean): LinearProgram {
  const lp = new LinearProgram();
  const start = new Map<string, number[]>();
  const ofSeries = new Map<number, { events: number; onDay: Map<number, Term[]> }>();
  for (const [key, events] of new Map(groups.flatMap((group) => [...group]))) {
    const e = events[0]!;
    const days = ofSeries.get(seriesOf(core, e)) ?? { events: 0, onDay: new Map<number, Term[]>() };
    ofSeries.set(seriesOf(core, e), days);
    days.events += events.length;
    const row = Array.from({ length: core.ticks }, (_, t) => {
      if (!core.startAllowed[e * core.ticks + t]) return -1;
      const x = lp.variable(0, 1, true);
      const day = days.onDay.get(core.day[t]!) ?? [];
      day.push([x, 1]);
      days.onDay.set(core.day[t]!, day);
      return x;
    });
    start.set(key, row);
    lp.row(termsOf(row), mayBeLeftOut(core, e) ? '<=' : '=', events.length);
  }
  for (const [series, { events, onDay }] of ofSeries) {
    if (!countsDays(series, events)) continue;
    const used: Term[] = [...onDay.values()].map((terms) => {
      const y = lp.variable(0, 1);
      lp.row([...terms, [y, -1]], '>=', 0);
      return [y, 1];
    });
    const short = lp.variable(core.series!.dayCost, core.series!.minDays[series]!);
    lp.row([...used, [short, 1]], '>=', core.series!.minDays[series]!);
  }
  for (const group of groups) {
    const at = Array.from({ length: core.ticks }, (_, t) => termsOf([...group.keys()].map((key) => start.get(key)![t]!)));
    for (let t = 0; t < core.ticks; t++) {
      if (at[t]!.length === 0) continue;
      lp.row(at[t]!, '<=', 1);
      const lonely = lp.variable(core.audience!.cost, 1);
      const near = [t - 1, t + 1].filter((n) => n >= 0 && n < core.ticks && core.day[n] === core.day[t]).flatMap((n) => at[n]!);
      lp.row([[lonely, 1], ...near, ...at[t]!.map(([x]) => [x, -1] as const)], '>=', 0);
    }
  }
  return lp;
}

const termsOf = (variables: number[]): Term[] => variables.flatMap((x) => (x < 0 ? [] : [[x, 1] as const]));
