/** By keyboard: what each key does to the desk. Letters work in the tray and the grid only, where nothing is written. */
import type { Uuid } from '../../content.ts';
import { durationOf, hoursFrom, type Spot } from '../placing/model.ts';
import { hoursAt, instantAt, minutesInto, nextDate, STEP } from './axis.ts';
import type { DayRow } from './day.ts';
import { ALL, type Desk, OTHER } from './desk.svelte.ts';
import { stretched } from './drag.ts';

const LARGE = 30;
const MINUTE = 60_000;

export interface Surroundings {
  /** The rows that are shown, with their items; empty in lists. */
  rows: readonly DayRow[];
  /** First rows of groups. */
  firsts: readonly Uuid[];
  focus(id: Uuid): void;
  find(): void;
  help(): void;
}

/** Whether the key was meant for the desk. */
export function press(event: KeyboardEvent, desk: Desk, around: Surroundings): boolean {
  const { key, shiftKey: large } = event;
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey || (command && !/^[zy]$/i.test(key))) return false;
  if (/^z$/i.test(key)) return done(large ? desk.redo() : desk.undo());
  if (command) return done(desk.redo());
  if (key === '/') return done(around.find());
  if (key === '?') return done(around.help());
  if (key === 'Escape') {
    const busy = desk.holding || desk.swapping;
    if (busy) desk.putBack();
    else desk.select(null);
    return true;
  }
  const id = desk.holding?.activity ?? desk.focused;
  if (!id || !desk.get(id)) return false;

  if (key === 'Enter' || key === ' ') {
    if (desk.holding) desk.putDown();
    else if (desk.swapping) desk.swapWith(id);
    else if (!desk.get(id)!.hours) takeUp(desk, id);
    else desk.select(id);
    return done(around.focus(id));
  }
  if (/^p$/i.test(key) && !desk.holding) return done(takeUp(desk, id), around.focus(id));
  if (/^l$/i.test(key)) return done(desk.toggleLock(id));
  if (/^s$/i.test(key)) return done(desk.beginSwap(id));
  if (key === 'Delete' || /^u$/i.test(key)) return done(desk.takeOut(id));
  if (key === '+' || key === '=' || key === '-') {
    const held = desk.holding?.after ?? desk.get(id)!;
    if (!held.hours) return false;
    const by = (key === '-' ? -STEP : STEP) * MINUTE;
    const hours = stretched(held.hours, 'end', Date.parse(held.hours.endsAt) + by);
    return done(desk.hold(id, { room: held.room, hours }, 'keys', true));
  }
  const moves = desk.holding !== null || (desk.selected === id && !desk.swapping && desk.get(id)!.hours !== null);
  if (key === 'PageUp' || key === 'PageDown') return done(turn(desk, id, key === 'PageUp' ? -1 : 1, moves), around.focus(id));
  const arrow = /^Arrow(Left|Right|Up|Down)$/.exec(key)?.[1] as Arrow | undefined;
  if (!arrow) return false;
  if (!moves) {
    const next = neighbour(around.rows, id, arrow);
    if (next) {
      desk.focused = next;
      around.focus(next);
    }
    return next !== null;
  }
  const spot = nudged(desk, id, arrow, large, around);
  if (spot) desk.hold(id, spot, 'keys');
  return done(around.focus(id));
}

const done = (..._effects: unknown[]): true => true;
type Arrow = 'Left' | 'Right' | 'Up' | 'Down';

function takeUp(desk: Desk, id: Uuid): void {
  const placed = desk.get(id)!;
  if (desk.view === OTHER) desk.view = desk.days[0] ?? OTHER;
  const date = desk.days.includes(desk.view) ? desk.view : desk.days[0];
  if (!date) return;
  const spot =
    placed.room && placed.hours
      ? placed
      : desk.firstSpot(id, date, durationOf(placed), (day, zone) => Date.parse(instantAt(day, 9 * 60, zone)));
  desk.selected = desk.focused = id;
  desk.hold(id, { room: spot.room, hours: spot.hours }, 'keys');
}

/** In the overview a step sideways is a day; elsewhere minutes. A room elsewhere keeps the hour on the clock. */
function nudged(desk: Desk, id: Uuid, arrow: Arrow, large: boolean, { rows, firsts }: Surroundings): Spot | null {
  const { room, hours } = desk.holding?.after ?? desk.get(id)!;
  if (!hours) return null;
  const length = Date.parse(hours.endsAt) - Date.parse(hours.startsAt);
  const sign = arrow === 'Left' || arrow === 'Up' ? -1 : 1;
  if (arrow === 'Left' || arrow === 'Right') {
    const by = desk.view === ALL ? 24 * 60 : large ? LARGE : STEP;
    return { room, hours: hoursFrom(Date.parse(hours.startsAt) + sign * by * MINUTE, length) };
  }
  const ids = rows.map((row) => row.room.id);
  const at = ids.indexOf(room ?? '');
  const next = large
    ? sign > 0
      ? firsts.find((first) => ids.indexOf(first) > at)
      : firsts.findLast((first) => ids.indexOf(first) < at)
    : ids[at + sign];
  if (!next) return null;
  const date = desk.dateOf({ room, hours })!;
  const clock = minutesInto(date, hours.startsAt, desk.zoneOf(room));
  return { room: next, hours: hoursAt(date, clock, length, desk.zoneOf(next)) };
}

/** To the day before or after; what is in hand comes along. */
function turn(desk: Desk, id: Uuid, by: 1 | -1, moves: boolean): void {
  const at = desk.days.indexOf(desk.view);
  const day = desk.days[at + by];
  if (!moves) {
    if (at >= 0 && day) desk.view = day;
    return;
  }
  const { room, hours } = desk.holding?.after ?? desk.get(id)!;
  if (!hours) return;
  const date = desk.dateOf({ room, hours })!;
  const zone = desk.zoneOf(room);
  const next = nextDate(date, by);
  desk.hold(
    id,
    { room, hours: hoursAt(next, minutesInto(date, hours.startsAt, zone), Date.parse(hours.endsAt) - Date.parse(hours.startsAt), zone) },
    'keys',
  );
  if (desk.view !== ALL && desk.days.includes(next)) desk.view = next;
}

/** The tile beside, or the nearest by time in the next row that has any; `null` at the edge. */
export function neighbour(rows: readonly DayRow[], id: Uuid, arrow: Arrow): Uuid | null {
  const full = rows
    .map(({ items }) => items.filter(({ item }) => !item.session).map(({ item }) => item))
    .filter((items) => items.length > 0);
  const row = full.findIndex((items) => items.some(({ activity }) => activity === id));
  if (row === -1) return full[0]?.[0]?.activity ?? null;
  const at = full[row]!.findIndex(({ activity }) => activity === id);
  if (arrow === 'Left' || arrow === 'Right') return full[row]![at + (arrow === 'Left' ? -1 : 1)]?.activity ?? null;
  const from = full[row]![at]!;
  const next = full[row + (arrow === 'Up' ? -1 : 1)];
  return next?.toSorted((a, b) => Math.abs(a.start - from.start) - Math.abs(b.start - from.start))[0]?.activity ?? null;
}
