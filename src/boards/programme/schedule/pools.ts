/** What several activities draw on at the same time: booths of a venue, movable equipment. */
import type { Uuid } from '../content.ts';
import { boothsFor } from './alone.ts';
import { found, type Found } from './clash.ts';
import type { Ground } from './ground.ts';
import type { Spot } from './spots.ts';

export interface Draw {
  /** `place equipment` */
  pool: string;
  place: Uuid;
  equipment: string;
  count: number;
  needed: number;
}

/** What an activity draws from pools where it is. */
export function drawsOf({ activity, room }: Spot, ground: Ground): Draw[] {
  if (!room) return [];
  const booths = boothsFor(activity.interpretation);
  const needs = [
    ...(booths > 0 ? [{ equipment: 'interpretation', needed: booths }] : []),
    ...new Set(activity.need.equipment.filter((equipment) => equipment !== 'interpretation')),
  ].map((need) => (typeof need === 'string' ? { equipment: need, needed: 1 } : need));
  return needs.flatMap(({ equipment, needed }) => {
    const source = ground.source(room, equipment);
    return source.is === 'stock'
      ? [{ pool: `${source.place} ${equipment}`, place: source.place, equipment, count: source.count, needed }]
      : [];
  });
}

/** Every set of activities that together draw more than there is. */
export function overdrawn(draws: readonly { spot: Spot; draw: Draw }[]): Found[] {
  const all = new Map<string, Found>();
  // Demand only rises where something begins.
  for (const moment of new Set(draws.map(({ spot }) => spot.from))) {
    const running = draws.filter(({ spot }) => (spot.from <= moment && moment < spot.to) || spot.from === moment);
    const needed = running.reduce((sum, { draw }) => sum + draw.needed, 0);
    const { place, equipment, count } = running[0]!.draw;
    if (needed <= count) continue;
    const activities = running.map(({ spot }) => spot.activity.id).sort();
    const span = { from: moment, to: Math.min(...running.map(({ spot }) => spot.to)) };
    const about = { activities, room: activities.length === 1 ? running[0]!.spot.room : null, span };
    const clash =
      equipment === 'interpretation'
        ? found('interpretation', [place, ...activities], { needed, there: count, place }, about)
        : found('equipment', [place, equipment, ...activities], { equipment, needed, there: count, place }, about);
    if (!all.has(clash.key)) all.set(clash.key, clash);
  }
  return [...all.values()];
}
