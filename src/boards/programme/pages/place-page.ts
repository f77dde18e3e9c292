/** What the pages of places say: the tree they stand in, what happens in them by day, how far they are from each other. */
import type { Activity, Place, PlainDate, Uuid } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { daysOf } from '../selection.ts';
import { inTime } from './activity-page.ts';

export interface PlaceNode {
  place: Place;
  children: PlaceNode[];
}

/** The given places and all that they lie in, as trees; the order of the content is kept. */
export function placeTree(index: Indexed, wanted: readonly Place[]): PlaceNode[] {
  const shown = new Set(wanted.flatMap((place) => index.pathOf(place.id)));
  const nodes = new Map<Uuid, PlaceNode>();
  const roots: PlaceNode[] = [];
  for (const place of index.content.places) {
    if (!shown.has(place)) continue;
    const node: PlaceNode = { place, children: [] };
    nodes.set(place.id, node);
    const parent = place.parent ? nodes.get(place.parent) : undefined;
    (parent ? parent.children : roots).push(node);
  }
  return roots;
}

export const childrenOf = (index: Indexed, place: Uuid): Place[] => index.content.places.filter((one) => one.parent === place);

export interface PlaceDay {
  /** `null` for what has no time yet. */
  date: PlainDate | null;
  activities: Activity[];
}

/** What happens in a place and in all that lies in it, by day; something of several days stands under its first. */
export function placeDays(index: Indexed, place: Uuid): PlaceDay[] {
  const days = new Map<PlainDate | null, Activity[]>();
  for (const activity of index.activitiesIn(place).toSorted(inTime)) {
    const date = daysOf(index, activity)[0] ?? null;
    const day = days.get(date);
    if (day) day.push(activity);
    else days.set(date, [activity]);
  }
  return [...days].map(([date, activities]) => ({ date, activities }));
}

/** Beyond this a way is a journey: nobody goes there between two activities. */
const WITHIN_REACH = 240;

/** The other venues or sites within reach from here, the nearest first; minutes from door to door. */
export function travelFrom(index: Indexed, place: Uuid): { to: Place; minutes: number }[] {
  const path = index.pathOf(place).map(({ id }) => id);
  const found = new Map<Uuid, { to: Place; minutes: number }>();
  for (const { from, to, minutes } of index.content.travel) {
    const other = path.includes(from) ? to : path.includes(to) ? from : null;
    const there = other && !path.includes(other) ? index.place.get(other) : undefined;
    if (there && minutes <= WITHIN_REACH && (found.get(there.id)?.minutes ?? Infinity) > minutes)
      found.set(there.id, { to: there, minutes });
  }
  return [...found.values()].sort((a, b) => a.minutes - b.minutes);
}

export interface LocatorMark {
  place: Place;
  /** Per cent of the drawing's width and height; north is up. */
  x: number;
  y: number;
  here: boolean;
}

export interface Locator {
  marks: LocatorMark[];
  /** Length of the drawing's scale bar in kilometres, and as a share of its width in per cent. */
  scale: { kilometres: number; share: number };
}

/** A name cut into lines of at most `width` Latin letters (a Chinese character is two wide), at spaces where it has any. */
export function nameLines(name: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const wide = (text: string) => [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
  for (const word of name.match(/[^\s\p{Script=Han}]+\s*|\p{Script=Han}|\s+/gu) ?? []) {
    if (line && wide(line + word.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...lines, line.trimEnd()].filter(Boolean);
}

const KILOMETRES_PER_DEGREE = 111.2;

/** Venues of one site as they lie to each other, in a square; `null` where fewer than two have coordinates. */
export function locatorOf(index: Indexed, place: Uuid): Locator | null {
  const site = index.siteOf(place);
  const located = index.content.places.filter(
    (one) => one.kind === 'venue' && one.latitude !== null && one.longitude !== null && index.siteOf(one.id) === site,
  );
  if (!site || located.length < 2) return null;
  const middle = located.reduce((sum, one) => sum + (one.latitude ?? 0), 0) / located.length;
  const shrink = Math.cos((middle * Math.PI) / 180);
  const flat = located.map((one) => ({
    one,
    x: (one.longitude ?? 0) * shrink * KILOMETRES_PER_DEGREE,
    y: -(one.latitude ?? 0) * KILOMETRES_PER_DEGREE,
  }));
  const range = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const [left, right] = range(flat.map(({ x }) => x));
  const [top, bottom] = range(flat.map(({ y }) => y));
  const size = Math.max(right - left, bottom - top, 0.2);
  // The marks keep to the middle 70 % so that their names have room.
  const put = (value: number, low: number, high: number) => 50 + ((value - (low + high) / 2) / size) * 70;
  const path = index.pathOf(place);
  const marks = flat.map(({ one, x, y }) => ({ place: one, x: put(x, left, right), y: put(y, top, bottom), here: path.includes(one) }));
  const kilometres = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200].findLast((length) => length <= size / 2) ?? 0.1;
  return { marks, scale: { kilometres, share: (kilometres / size) * 70 } };
}
