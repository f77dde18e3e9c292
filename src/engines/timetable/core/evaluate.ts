import type { CoreProblem } from './problem.ts';

/** A timetable to judge: room and start of each event (-1: not placed) and, with people, the parts of each event in their order. */
export interface Placement {
  room: Int32Array;
  at: Int32Array;
  parts: Int32Array | null;
}

export type TermName = 'places' | 'series' | 'audience' | 'cells' | 'pairs' | 'order' | 'topics' | 'relations' | 'people';

/**
 * Counts a whole timetable from nothing, in the plainest way there is: what the search keeps up to date move by move must always equal this.
 * `broken` says each hard rule that does not hold.
 */
export function evaluate(
  core: CoreProblem,
  { room, at, parts }: Placement,
): { cost: number; terms: Record<TermName, number>; broken: string[] } {
  const terms: Record<TermName, number> = {
    places: 0,
    series: 0,
    audience: 0,
    cells: 0,
    pairs: 0,
    order: 0,
    topics: 0,
    relations: 0,
    people: 0,
  };
  const broken: string[] = [];
  const events = Array.from({ length: core.events }, (_, e) => e).filter((e) => room[e]! >= 0);
  for (let e = 0; e < core.events; e++) if (room[e]! < 0 && core.optional?.[e] !== 1) broken.push(`event ${e} is not placed`);
  const overlap = (e: number, f: number) => Math.min(at[e]! + core.length[e]!, at[f]! + core.length[f]!) - Math.max(at[e]!, at[f]!);
  const day = (e: number) => core.day[at[e]!]!;

  for (const e of events) {
    const r = room[e]!;
    const t = at[e]!;
    terms.places += core.roomCost[e * core.rooms + r]! + core.startCost[e * core.ticks + t]!;
    if (!core.roomAllowed[e * core.rooms + r] || !core.startAllowed[e * core.ticks + t]) broken.push(`event ${e} is not allowed there`);
    if (core.open[r * core.ticks + t]! < core.length[e]!) broken.push(`event ${e} stands in a closed room`);
    for (const f of events) {
      if (f <= e || overlap(e, f) <= 0) continue;
      if (room[f] === r) broken.push(`events ${e} and ${f} share a room`);
      if (core.clash && core.clash.conflict[core.clash.classOf[e]! * core.clash.classes + core.clash.classOf[f]!])
        broken.push(`events ${e} and ${f} clash`);
    }
  }
  if (core.series) {
    const { count, seriesOf, minDays, dayCost, roomCost } = core.series;
    for (let c = 0; c < count; c++) {
      const held = events.filter((e) => seriesOf[e] === c);
      terms.series += dayCost * Math.max(0, minDays[c]! - new Set(held.map(day)).size);
      if (seriesOf.includes(c)) terms.series += roomCost * (new Set(held.map((e) => room[e])).size - 1);
    }
  }
  if (core.audience) {
    const { count, of, cost } = core.audience;
    for (let q = 0; q < count; q++) {
      const ticks = new Set(events.filter((e) => of.items.subarray(of.first[e], of.first[e + 1]).includes(q)).map((e) => at[e]!));
      for (const t of ticks) {
        const near = (other: number) => ticks.has(other) && core.day[other] === core.day[t];
        if (!near(t - 1) && !near(t + 1)) terms.audience += cost;
      }
    }
  }
  if (core.cells) evaluateCells(core, room, events, day, terms, broken);
  if (core.pairs) {
    const { of, sessionCost, tickCost } = core.pairs;
    for (const e of events)
      for (let i = of.first[e]!; i < of.first[e + 1]!; i++) {
        const f = of.items[i]!;
        if (f < e || room[f]! < 0 || room[f] === room[e] || day(e) !== day(f)) continue;
        terms.pairs += sessionCost[i]! + tickCost[i]! * Math.max(0, overlap(e, f));
      }
  }
  if (core.order) {
    const { groups, groupOf, rank, cost } = core.order;
    for (let g = 0; g < groups; g++) {
      const list = events.filter((e) => groupOf[e] === g).sort((e, f) => day(e) - day(f) || room[e]! - room[f]! || at[e]! - at[f]!);
      list.forEach((e, i) => (terms.order += rank[e]! > 0 && rank[e] !== i + 1 ? cost : 0));
    }
  }
  if (core.topics) {
    const { count, of, cost } = core.topics;
    for (let k = 0; k < count; k++) {
      const held = new Int32Array(core.ticks);
      for (const e of events)
        if (of.items.subarray(of.first[e], of.first[e + 1]).includes(k)) for (let t = at[e]!; t < at[e]! + core.length[e]!; t++) held[t]!++;
      for (const n of held) terms.topics += cost[k]! * Math.max(0, n - 1);
    }
  }
  if (core.relations) {
    const { kind, a, b, gap, cost } = core.relations;
    for (let i = 0; i < kind.length; i++) {
      const e = a[i]!;
      const f = b[i]!;
      if (room[e]! < 0 || room[f]! < 0) continue;
      const holds = [
        at[f]! >= at[e]! + core.length[e]! + gap[i]!,
        day(e) === day(f),
        room[e] === room[f],
        day(e) !== day(f),
        overlap(e, f) <= 0,
      ][kind[i]!];
      if (!holds && cost[i]! < 0) broken.push(`relation ${i} does not hold`);
      if (!holds && cost[i]! > 0) terms.relations += cost[i]!;
    }
  }
  if (core.people && parts) evaluatePeople(core, { room, at, parts }, events, terms, broken);
  return { cost: Object.values(terms).reduce((x, y) => x + y, 0), terms, broken };
}

function evaluateCells(
  core: CoreProblem,
  room: Int32Array,
  events: number[],
  day: (e: number) => number,
  terms: Record<TermName, number>,
  broken: string[],
): void {
  const s = core.cells!;
  const track = new Map<number, number>();
  for (const e of events) {
    const cell = day(e) * core.rooms + room[e]!;
    const other = track.get(cell);
    if (other !== undefined && other !== s.trackOf[e]) broken.push(`two tracks in cell ${cell}`);
    track.set(cell, s.trackOf[e]!);
  }
  for (const [cell, t] of track) {
    const d = Math.floor(cell / core.rooms);
    const r = cell % core.rooms;
    terms.cells += s.trackDay[t * core.days + d]! + s.trackRoom[t * core.rooms + r]! + s.dayRoom[d * core.rooms + r]!;
    for (const [other, u] of track) if (other > cell && Math.floor(other / core.rooms) === d) terms.cells += s.beside[t * s.tracks + u]!;
  }
  for (let t = 0; t < s.tracks; t++) {
    const cells = [...track].filter(([, u]) => u === t).map(([cell]) => cell);
    const rooms = new Set(cells.map((cell) => cell % core.rooms)).size;
    const days = [...new Set(cells.map((cell) => Math.floor(cell / core.rooms)))].sort((x, y) => x - y);
    const isDue = s.trackOf.some((u, e) => u === t && core.optional?.[e] !== 1);
    terms.cells += s.roomsPerTrack * (rooms - (isDue ? 1 : 0));
    terms.cells += s.parallel * (cells.length - days.length);
    if (days.length > 1 && days.at(-1)! - days[0]! + 1 !== days.length) terms.cells += s.gap;
  }
}

function evaluatePeople(
  core: CoreProblem,
  { room, at, parts }: { room: Int32Array; at: Int32Array; parts: Int32Array },
  events: number[],
  terms: Record<TermName, number>,
  broken: string[],
): void {
  const p = core.people!;
  const busy: { person: number; event: number; from: number; to: number }[] = [];
  for (const e of events) {
    let t = at[e]!;
    for (let i = p.partsOf.first[e]!; i < p.partsOf.first[e + 1]!; i++) {
      const part = parts[i]!;
      const to = t + p.partLength[part]!;
      for (const person of p.peopleOf.items.subarray(p.peopleOf.first[part], p.peopleOf.first[part + 1])) {
        busy.push({ person, event: e, from: t, to });
        for (let k = t; k < to; k++) {
          terms.people += p.hourCost[person * core.ticks + k]!;
          if (!p.present[person * core.ticks + k]) broken.push(`person ${person} is absent at ${k}`);
        }
      }
      t = to;
    }
  }
  for (const x of busy)
    for (const y of busy) {
      if (x.person !== y.person || x.event >= y.event || core.day[x.from] !== core.day[y.from]) continue;
      const needed = p.isRemote[x.person] ? 0 : p.travel[p.venueOf[room[x.event]!]! * p.venues + p.venueOf[room[y.event]!]!]!;
      if (y.from - x.to < needed && x.from - y.to < needed) broken.push(`person ${x.person} cannot be at events ${x.event} and ${y.event}`);
    }
}
