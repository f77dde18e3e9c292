/** By pointer: take up, move, lengthen by an edge, put down. Lanes say in their data where on the axis a place on the screen lies. */
import type { Uuid } from '../../content.ts';
import { hoursFrom, durationOf, type Hours, type Spot } from '../placing/model.ts';
import { hoursAt, instantAt, minuteAt, minutesInto, snapped, STEP } from './axis.ts';
import { ALL, type Desk } from './desk.svelte.ts';

/** Pixels that tell a drag from a click, and that an edge is wide. */
const THRESHOLD = 4;
const EDGE = 7;
/** Near the edge of the board it scrolls, by so much. */
const NEAR = 36;
const SCROLL = 14;
/** Minutes into the day at which what waits is put down in the overview. */
const NINE = 9 * 60;

type Grip = 'whole' | 'start' | 'end';

const gripOf = (tile: HTMLElement, x: number): Grip => {
  if (tile.dataset['in'] !== 'grid') return 'whole';
  const { left, right, width } = tile.getBoundingClientRect();
  if (width < 4 * EDGE) return 'whole';
  return x - left < EDGE ? 'start' : right - x < EDGE ? 'end' : 'whole';
};

/** Called with a pointer that went down on a tile; follows it until it is up. */
export function drag(event: PointerEvent, desk: Desk, onDropOut: (id: Uuid) => void): void {
  const tile = (event.target as Element).closest<HTMLElement>('[data-activity]');
  if (!tile || event.button !== 0 || !tile.dataset['draggable']) return;
  const id = tile.dataset['activity']!;
  const placed = desk.get(id)!;
  const grip = gripOf(tile, event.clientX);
  const from = { x: event.clientX, y: event.clientY };
  const lane = tile.closest<HTMLElement>('[data-lane]');
  const grabbed = lane && placed.hours && lane.dataset['from'] ? laneMinutes(lane, from.x) - startIn(lane, placed.hours) : 0;
  let dragging = false;
  let last = '';

  const spotAt = (x: number, y: number): Spot | null => {
    const under = document.elementFromPoint(x, y);
    const tab = under?.closest<HTMLElement>('[data-day-tab]');
    if (tab && desk.view !== ALL && desk.days.includes(tab.dataset['dayTab']!)) desk.view = tab.dataset['dayTab']!;
    const over = under?.closest<HTMLElement>('[data-lane]');
    if (!over) return null;
    const { lane: room, date, zone } = over.dataset as { lane: string; date: string; zone: string };
    const length = durationOf(placed);
    if (!over.dataset['from']) {
      const clock = placed.hours ? minutesInto(desk.dateOf(placed)!, placed.hours.startsAt, desk.zoneOf(placed.room)) : NINE;
      return { room, hours: hoursAt(date, clock, length, zone) };
    }
    const minutes = snapped(laneMinutes(over, x) - grabbed);
    if (grip === 'whole' || !placed.hours) return { room, hours: hoursAt(date, minutes, length, zone) };
    return { room: placed.room, hours: stretched(placed.hours, grip, Date.parse(instantAt(date, snapped(laneMinutes(over, x)), zone))) };
  };
  const move = (moved: PointerEvent) => {
    if (!dragging && Math.hypot(moved.clientX - from.x, moved.clientY - from.y) < THRESHOLD) return;
    dragging = true;
    scrollNear(moved);
    const spot = spotAt(moved.clientX, moved.clientY);
    const key = spot ? `${spot.room} ${spot.hours?.startsAt} ${spot.hours?.endsAt}` : '';
    if (key === last) return;
    last = key;
    if (spot) desk.hold(id, spot, 'pointer', grip !== 'whole');
    else desk.holding = null;
  };
  const end = (done: PointerEvent) => {
    leave();
    if (!dragging) return;
    // The click that follows is none.
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }));
    if (desk.holding) desk.putDown();
    else if (document.elementFromPoint(done.clientX, done.clientY)?.closest('[data-tray]')) onDropOut(id);
  };
  const cancel = () => {
    leave();
    desk.putBack();
  };
  const key = (pressed: KeyboardEvent) => {
    if (pressed.key === 'Escape') cancel();
  };
  const leave = () => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', cancel);
    removeEventListener('keydown', key, { capture: true });
    document.documentElement.classList.remove('dragging');
  };
  document.documentElement.classList.add('dragging');
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', cancel);
  addEventListener('keydown', key, { capture: true });
}

const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopPropagation();
};

function laneMinutes(lane: HTMLElement, x: number): number {
  const { left, width } = lane.getBoundingClientRect();
  return minuteAt({ from: Number(lane.dataset['from']), to: Number(lane.dataset['to']) }, (x - left) / width);
}
const startIn = (lane: HTMLElement, hours: Hours): number => minutesInto(lane.dataset['date']!, hours.startsAt, lane.dataset['zone']!);

/** One end at another moment; never shorter than a step. */
export function stretched({ startsAt, endsAt }: Hours, grip: 'start' | 'end', at: number): Hours {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  const least = STEP * 60_000;
  return grip === 'start'
    ? hoursFrom(Math.min(at, end - least), end - Math.min(at, end - least))
    : hoursFrom(start, Math.max(at - start, least));
}

function scrollNear({ clientX, clientY, target }: PointerEvent): void {
  const board = document.querySelector('[data-board]') ?? (target as Element);
  const { left, right, top, bottom } = board.getBoundingClientRect();
  const by = (at: number, from: number, to: number) =>
    at < from || at > to ? 0 : at - from < NEAR ? -SCROLL : to - at < NEAR ? SCROLL : 0;
  board.scrollBy(by(clientX, left, right), by(clientY, top, bottom));
}
