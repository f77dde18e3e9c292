import type { Timetable } from './timetable.ts';

/** Why an event cannot stand at a place: each hard rule among events that it would break, with the event in its way (-1: none). */
export type Obstacle =
  | { rule: 'room'; other: number }
  | { rule: 'clash'; other: number }
  | { rule: 'track'; other: number }
  | { rule: 'person'; person: number; other: number }
  | { rule: 'relation'; relation: number; other: number };

/** Lists what keeps event e (not placed now) from (room, tick), one entry for each event or absence in the way. */
export function obstaclesAt(table: Timetable, e: number, room: number, tick: number): Obstacle[] {
  const { core } = table;
  const { ticks, rooms, length, day } = core;
  const found: Obstacle[] = [];
  const end = tick + length[e]!;
  const inRoom = new Set<number>();
  for (let t = tick; t < end; t++) if (table.held[room * ticks + t]! >= 0) inRoom.add(table.held[room * ticks + t]!);
  for (const other of inRoom) found.push({ rule: 'room', other });
  if (table.clash !== null && !table.clash.isFree(e, tick, length[e]!)) {
    const seen = new Set<number>();
    for (let r = 0; r < rooms; r++)
      for (let t = tick; t < end; t++) {
        const other = table.held[r * ticks + t]!;
        if (other >= 0 && !seen.has(other) && table.clash.between(e, other)) seen.add(other);
      }
    for (const other of seen) found.push({ rule: 'clash', other });
  }
  if (table.cells !== null && !table.cells.admits(e, room, tick)) {
    const seen = new Set<number>();
    for (let t = 0; t < ticks; t++) if (day[t] === day[tick] && table.held[room * ticks + t]! >= 0) seen.add(table.held[room * ticks + t]!);
    for (const other of seen) found.push({ rule: 'track', other });
  }
  if (table.people !== null) {
    const seen = new Set<string>();
    table.people.obstacles(e, room, tick, (person, other) => {
      if (!seen.has(`${person} ${other}`)) found.push({ rule: 'person', person, other });
      seen.add(`${person} ${other}`);
      return false;
    });
  }
  if (table.relations !== null) {
    const { of, cost, a, b } = table.relations.section;
    for (let k = of.first[e]!; k < of.first[e + 1]!; k++) {
      const relation = of.items[k]!;
      if (cost[relation]! < 0 && !table.relations.holds(relation, e, room, tick))
        found.push({ rule: 'relation', relation, other: a[relation] === e ? b[relation]! : a[relation]! });
    }
  }
  return found;
}
