/** What places are called where a format knows no tree of places: by their own name, and by more of their path where that is not enough. */
import { textIn } from '#registry/text.ts';
import type { Place, Uuid } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { oneLine } from './plain-text.ts';

/** Stands in for the room of what has none yet. */
export const NO_ROOM = { zh: '待定', en: 'To be announced' } as const;

/** The names of `used` places, each its own: `Hall 1`, or `Hall 1 (East Centre)` where two have the name. */
export function placeNames(index: Indexed, used: Iterable<Uuid>, language: string): Map<Uuid, string> {
  const ids = [...new Set(used)];
  const names = new Map<Uuid, string>();
  const taken = new Set<string>([NO_ROOM.zh, NO_ROOM.en]);
  const own = (id: Uuid) => pathNames(index, id, language)[0] ?? '';
  const count = new Map<string, number>();
  for (const id of ids) count.set(own(id), (count.get(own(id)) ?? 0) + 1);
  for (const id of ids) {
    const path = pathNames(index, id, language);
    let name = path[0] ?? '';
    if (!name || (count.get(name) ?? 0) > 1 || taken.has(name)) {
      const parents = path.slice(1);
      for (let depth = 1; depth <= parents.length && (taken.has(name) || depth === 1); depth++) {
        name = `${path[0]} (${parents.slice(0, depth).join(', ')})`;
      }
    }
    for (let number = 2; taken.has(name) || !name; number++) name = `${path[0] ?? ''} #${number}`.trim();
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

/** Room, venue, site, nearest first. */
export const pathNames = (index: Indexed, place: Uuid, language: string): string[] =>
  index.pathOf(place).map((at: Place) => oneLine(textIn(at.name, language)));
