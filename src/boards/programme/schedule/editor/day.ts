/** One day as rows of rooms with what takes place in them, each at its place's own hours. */
import type { PlainDate, Uuid } from '../../content.ts';
import { inLanes } from '../../grid/lanes.ts';
import { lengthOf, type Placed } from '../placing/model.ts';
import { type Axis, axisFor, DAY_MINUTES, minutesInto } from './axis.ts';
import type { RoomGroup, RoomRow } from './rows.ts';

export interface Item {
  activity: Uuid;
  /** In a room of its own, beside its activity's. */
  session: Uuid | null;
  /** Minutes into the day. */
  start: number;
  end: number;
}

export interface DayRow extends RoomRow {
  items: { item: Item; lane: number }[];
  lanes: number;
}

export interface DayGroup extends Omit<RoomGroup, 'rows'> {
  rows: DayRow[];
  used: number;
}

/** A quarter of an hour is as narrow as a tile can be hit. */
const SHORTEST = 15;

export function dayOf(
  groups: readonly RoomGroup[],
  placed: Iterable<Placed>,
  date: PlainDate,
  home: string,
): { axis: Axis; groups: DayGroup[] } {
  const zones = new Map(groups.flatMap(({ rows }) => rows.map(({ room, zone }) => [room.id, zone])));
  const byRoom = new Map<Uuid, Item[]>();
  const put = (room: Uuid, item: Item) => {
    if (item.end <= 0 || item.start >= DAY_MINUTES) return;
    const list = byRoom.get(room);
    if (list) list.push(item);
    else byRoom.set(room, [item]);
  };
  for (const { id, room, hours, sessions } of placed) {
    if (!hours) continue;
    const itemAt = (where: Uuid, at: { startsAt: string; endsAt: string }, session: Uuid | null): Item => {
      const start = minutesInto(date, at.startsAt, zones.get(where) ?? home);
      return { activity: id, session, start, end: start + Math.max(SHORTEST, lengthOf(at) / 60_000) };
    };
    if (room) put(room, itemAt(room, hours, null));
    for (const session of sessions) if (session.room && session.room !== room) put(session.room, itemAt(session.room, session, session.id));
  }
  return {
    axis: axisFor([...byRoom.values()].flat()),
    groups: groups.map(({ rows, ...group }) => {
      const made = rows.map((row): DayRow => {
        const items = inLanes(byRoom.get(row.room.id) ?? []);
        return { ...row, items, lanes: Math.max(1, ...items.map(({ lane }) => lane + 1)) };
      });
      return { ...group, rows: made, used: made.filter(({ items }) => items.length > 0).length };
    }),
  };
}
