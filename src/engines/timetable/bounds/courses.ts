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

/**
 * For each audience an exact little timetable of its own (its series' days, its lonely ticks, rooms aside); audiences without a series in
 * common add up (a partition, as Hao and Benlic 2011), so the dearest such are taken greedily.
 */
export function audienceBound(
  highs: Highs,
  core: CoreProblem,
  seconds: number,
  isLate: () => boolean,
): { audience: number; together: number } {
  const { count, of } = core.audience!;
  const { classOf } = core.clash!;
  const seriesOf = (e: number) => core.series?.seriesOf[e] ?? -1;
  const members: Group[] = Array.from({ length: count }, () => new Map());
  for (let e = 0; e < core.events; e++) {
    const key = `${classOf[e]!} ${seriesOf(e)} ${core.startAllowed.subarray(e * core.ticks, (e + 1) * core.ticks).join('')}`;
    for (let i = of.first[e]!; i < of.first[e + 1]!; i++) {
      const group = members[of.items[i]!]!;
      group.set(key, [...(group.get(key) ?? []), e]);
    }
  }
  const worth = members
    .map((group) => ({ worth: isLate() ? 0 : (ofAudience(core, group, true).bound(highs, seconds) ?? 0), group }))
    .sort((a, b) => b.worth - a.worth);
  const taken = new Set<number>();
  let together = 0;
  for (const { worth: value, group } of worth) {
    const series = [...group.values()].flat().map(seriesOf);
    if (series.some((c) => taken.has(c))) continue;
    together += value;
    for (const c of series) taken.add(c);
  }
  let audience = 0;
  for (const { group } of worth) audience += isLate() ? 0 : (ofAudience(core, group, false).bound(highs, seconds) ?? 0);
  return { audience, together: Math.max(together + seriesBound(core, (c) => !taken.has(c)), audience + seriesBound(core)) };
}

/** The timetable of one audience as a programme; `hasDays`: with the days of the series that are its own altogether. */
function ofAudience(core: CoreProblem, group: Group, hasDays: boolean): LinearProgram {
  const lp = new LinearProgram();
  const at: Term[][] = Array.from({ length: core.ticks }, () => []);
  const ofSeries = new Map<number, { events: number; onDay: Map<number, Term[]> }>();
  for (const events of group.values()) {
    const e = events[0]!;
    const series = core.series?.seriesOf[e] ?? -1;
    const days = ofSeries.get(series) ?? { events: 0, onDay: new Map<number, Term[]>() };
    ofSeries.set(series, days);
    days.events += events.length;
    const all: Term[] = [];
    for (let t = 0; t < core.ticks; t++) {
      if (!core.startAllowed[e * core.ticks + t]) continue;
      const x = lp.variable(0, 1, true);
      all.push([x, 1]);
      at[t]!.push([x, 1]);
      days.onDay.set(core.day[t]!, [...(days.onDay.get(core.day[t]!) ?? []), [x, 1]]);
    }
    lp.row(all, '=', events.length);
  }
  for (const [series, { events, onDay }] of hasDays ? ofSeries : []) {
    if (series < 0 || core.series!.seriesOf.filter((c) => c === series).length !== events) continue;
    const used: Term[] = [...onDay.values()].map((terms) => {
      const y = lp.variable(0, 1);
      lp.row([...terms, [y, -1]], '>=', 0);
      return [y, 1];
    });
    const short = lp.variable(core.series!.dayCost, core.series!.minDays[series]!);
    lp.row([...used, [short, 1]], '>=', core.series!.minDays[series]!);
  }
  for (let t = 0; t < core.ticks; t++) {
    if (at[t]!.length === 0) continue;
    lp.row(at[t]!, '<=', 1);
    const lonely = lp.variable(core.audience!.cost, 1);
    const near = [t - 1, t + 1].filter((n) => n >= 0 && n < core.ticks && core.day[n] === core.day[t]).flatMap((n) => at[n]!);
    lp.row([[lonely, 1], ...near, ...at[t]!.map(([x]) => [x, -1] as const)], '>=', 0);
  }
  return lp;
}
