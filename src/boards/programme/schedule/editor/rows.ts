/** The rooms of an edition as the rows of the desk: by venue, then the sub-venues elsewhere. */
import type { Uuid } from '../../content.ts';
import type { DeskPlace } from '../desk-schedule.ts';

export interface RoomRow {
  room: DeskPlace;
  /** The clock on its wall. */
  zone: string;
  /** The city of a sub-venue. */
  site: DeskPlace | null;
}

export interface RoomGroup {
  key: string;
  /** `null`: all sub-venues together. */
  venue: DeskPlace | null;
  rows: RoomRow[];
}

const HOLDS: ReadonlySet<DeskPlace['kind']> = new Set(['room', 'hall']);

/** Every room, every hall without rooms, and whatever else something is placed in; in the order of the edition. */
export function groupsOf(places: readonly DeskPlace[], main: string, used: ReadonlySet<Uuid>): RoomGroup[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const parents = new Set(places.flatMap(({ parent }) => parent ?? []));
  const pathOf = (place: DeskPlace): DeskPlace[] => {
    const path = [place];
    for (let at = byId.get(place.parent ?? ''); at; at = byId.get(at.parent ?? '')) path.push(at);
    return path;
  };
  const sites = places.filter(({ kind }) => kind === 'site');
  const home = sites[0]?.id;
  const groups = new Map<string, RoomGroup>();
  for (const room of places) {
    const holds = HOLDS.has(room.kind) && !parents.has(room.id);
    if (!holds && !used.has(room.id)) continue;
    const path = pathOf(room);
    const site = path.find(({ kind }) => kind === 'site') ?? null;
    const venue = path.find(({ kind }) => kind === 'venue') ?? path.at(-1)!;
    const elsewhere = site !== null && site.id !== home;
    const key = elsewhere ? 'elsewhere' : venue.id;
    const group = groups.get(key) ?? { key, venue: elsewhere ? null : venue, rows: [] };
    groups.set(key, group);
    group.rows.push({ room, zone: path.find(({ timeZone }) => timeZone)?.timeZone ?? main, site: elsewhere ? site : null });
  }
  const elsewhere = groups.get('elsewhere');
  groups.delete('elsewhere');
  return elsewhere ? [...groups.values(), elsewhere] : [...groups.values()];
}
