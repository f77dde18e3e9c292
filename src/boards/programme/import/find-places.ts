/** The places that a file means: those the edition has, those the registry knows, and new ones with a site around them. */
import { onlyIn } from '#registry/text.ts';
import type { EditionContent, Place, Uuid } from '../content.ts';
import { oneLine } from '../formats/plain-text.ts';
import { pathNames, placeNames } from '../formats/place-names.ts';
import { derivedUuid } from '../formats/uuid.ts';
import { indexOf } from '../index-of.ts';
import { countryCode, zoneOfOffsets, zoneOfPlace } from './codes.ts';
import type { Imported, ImportedRoom, Remark } from './imported.ts';
import { freeSlug, slugOf } from './slugs.ts';

export interface FoundPlaces {
  places: Place[];
  /** By the key that events use. */
  byKey: Map<string, Uuid>;
}

interface Location {
  site: string;
  country: string | null;
  venue: string | null;
}

export function findPlaces(
  existing: EditionContent,
  file: Imported,
  known: readonly EditionContent[],
  say: (remark: Remark) => void,
): FoundPlaces {
  const places = [...existing.places];
  const byId = new Map(places.map((place) => [place.id, place]));
  const slugs = new Set(places.map(({ slug }) => slug));
  const language = existing.edition.languages[0] ?? 'en';
  const space = existing.edition.id;
  const names = namesOf(existing, file.language ?? language, file.format === 'csv' || file.format === 'xlsx');
  const guess = (code: string, text: string) => say({ level: 'guess', line: null, code, text });

  const add = (place: Partial<Place> & Pick<Place, 'id' | 'kind' | 'name'>, wish: string): Uuid => {
    const made: Place = {
      parent: null,
      timeZone: null,
      country: null,
      latitude: null,
      longitude: null,
      address: null,
      capacity: null,
      layouts: [],
      equipment: [],
      parallel: false,
      role: 'venue',
      sample: false,
      ...place,
      slug: freeSlug(slugs, slugOf(wish), `${place.kind}-${place.id.slice(0, 8)}`),
    };
    places.push(made);
    byId.set(made.id, made);
    return made.id;
  };

  /** A place of another edition, with all around it, as the registry has it. */
  const fromRegistry = (id: Uuid): Uuid | null => {
    for (const { places: others } of known) {
      const found = others.find((place) => place.id === id);
      if (!found) continue;
      if (found.parent && !byId.has(found.parent)) fromRegistry(found.parent);
      if (!byId.has(id)) {
        const place = { ...found, slug: freeSlug(slugs, found.slug, found.slug) };
        places.push(place);
        byId.set(id, place);
      }
      return id;
    }
    return null;
  };

  const siteNamed = (name: string, country: string | null, rooms: readonly ImportedRoom[]): Uuid => {
    const id = derivedUuid(space, `site ${name}`);
    if (byId.has(id)) return id;
    const same = places.find((place) => place.kind === 'site' && Object.values(place.name.texts).includes(name));
    if (same) return same.id;
    const offsets = rooms.flatMap((room) => room.offsets);
    const own = existing.edition.timeZone;
    let zone = country || offsets.length > 0 ? zoneOfPlace(name, country, offsets) : null;
    if (!zone) zone = offsets.length > 0 ? zoneOfOffsets(own, offsets) : own;
    if (!zone) zone = own;
    if (zone !== own) guess('site-zone', `the clocks of ${name} are taken to be those of ${zone}`);
    const main = !places.some((place) => place.kind === 'site' && place.role === 'main');
    return add({ id, kind: 'site', name: onlyIn(language, name), timeZone: zone, country, role: main ? 'main' : 'sub-venue' }, name);
  };

  /** A site for rooms of which nothing is known but the zone of their clocks. */
  const zonedSite = (zone: string): Uuid => {
    const id = derivedUuid(space, `zone ${zone}`);
    const same = places.find((place) => place.id === id || (place.kind === 'site' && place.timeZone === zone));
    if (same) return same.id;
    const name = zone.replace(/^.*\//, '').replaceAll('_', ' ');
    guess('zone-site', `rooms with the clocks of ${zone} are put into a site called “${name}”`);
    return add({ id, kind: 'site', name: onlyIn(language, name), timeZone: zone, role: 'sub-venue' }, name);
  };

  const locations = locate(file, guess);
  const bySite = Map.groupBy(file.rooms, (room) => locations.get(room)?.site ?? '');

  /** The place around a room. */
  const around = (room: ImportedRoom): Uuid | null => {
    if (room.parents.length > 0) return treeOf(room);
    const location = locations.get(room);
    const zoned = room.timeZone && room.timeZone !== existing.edition.timeZone ? room.timeZone : null;
    if (!location) {
      // Our own files name the places around a room, where their format can.
      if (file.own && (file.format === 'ics' || file.format === 'schedule2')) return null;
      const main = places.find((place) => place.kind === 'site' && place.role === 'main') ?? places.find((place) => place.kind === 'site');
      if (zoned) return zonedSite(zoned);
      if (main) return main.id;
      return siteNamed(file.conference.title ?? existing.edition.slug, null, file.rooms);
    }
    const site = siteNamed(location.site, location.country, bySite.get(location.site) ?? []);
    if (!location.venue) return site;
    const id = derivedUuid(space, `venue ${location.site} ${location.venue}`);
    return byId.has(id) ? id : add({ id, kind: 'venue', parent: site, name: onlyIn(language, location.venue) }, location.venue);
  };

  const treeOf = (room: ImportedRoom): Uuid | null => {
    let parent: Uuid | null = null;
    for (const [at, one] of [...room.parents.entries()].reverse()) {
      const path = room.parents
        .slice(at)
        .map(({ name }) => name)
        .join(' / ');
      const id: Uuid = one.guid ?? derivedUuid(space, `place ${path}`);
      const found: Uuid | null | undefined = byId.has(id) ? id : (fromRegistry(id) ?? (one.guid ? null : names.paths.get(path)));
      if (found) {
        parent = found;
        continue;
      }
      const kind =
        one.kind === 'site' || one.kind === 'venue' || one.kind === 'floor' || one.kind === 'hall'
          ? one.kind
          : parent === null
            ? 'site'
            : 'venue';
      const zone =
        one.timeZone ??
        (kind === 'site'
          ? (zoneOfOffsets(existing.edition.timeZone, room.offsets.length > 0 ? room.offsets : []) ?? existing.edition.timeZone)
          : null);
      const role =
        kind !== 'site' ? 'venue' : places.some((place) => place.kind === 'site' && place.role === 'main') ? 'sub-venue' : 'main';
      parent = add(
        {
          id,
          kind: parent === null || kind !== 'site' ? kind : 'venue',
          parent,
          name: onlyIn(language, one.name),
          timeZone: zone,
          country: one.country ? countryCode(one.country) : null,
          role,
        },
        one.slug ?? one.name,
      );
    }
    return parent;
  };

  const byKey = new Map<string, Uuid>();
  for (const room of file.rooms) {
    const own = derivedUuid(space, `room ${room.guid ?? room.key}`);
    const found =
      (room.guid && (byId.has(room.guid) ? room.guid : null)) ||
      (byId.has(own) ? own : null) ||
      (room.guid && fromRegistry(room.guid)) ||
      (room.guid ? null : (names.rooms.get(oneLine(room.key)) ?? null));
    if (found) {
      if (!file.own && !room.guid && names.several.has(oneLine(room.key)))
        guess('room-name', `several places are called “${room.name}”; the first of them is taken`);
      byKey.set(room.key, found);
      const place = byId.get(found)!;
      if (room.capacity !== undefined && room.capacity !== null && place.capacity !== room.capacity) {
        const changed = { ...place, capacity: room.capacity };
        places[places.indexOf(place)] = changed;
        byId.set(found, changed);
      }
      continue;
    }
    const parent = around(room);
    const id = room.guid && !byId.has(room.guid) ? room.guid : own;
    byKey.set(
      room.key,
      add(
        {
          id,
          kind: 'room',
          parent,
          name: onlyIn(language, oneLine(room.name)),
          capacity: room.capacity ?? null,
          latitude: room.latitude ?? null,
          longitude: room.longitude ?? null,
        },
        room.slug ?? oneLine(room.name),
      ),
    );
  }
  return { places: parentsFirst(places), byKey };
}

/** Where rooms lie, as far as the file tells. */
function locate(file: Imported, guess: (code: string, text: string) => void): Map<ImportedRoom, Location> {
  const found = new Map<ImportedRoom, Location>();
  const { city, venue, title } = file.conference;
  const told = file.rooms.some((room) => room.location);
  const tracks = new Map<string, Set<string>>();
  const roomsOfTrack = new Map<string, Set<string>>();
  if (told) {
    for (const { room, track } of file.events) {
      if (!room) continue;
      tracks.set(room, (tracks.get(room) ?? new Set()).add(track ?? ''));
      roomsOfTrack.set(track ?? '', (roomsOfTrack.get(track ?? '') ?? new Set()).add(room));
    }
  }
  for (const room of file.rooms) {
    if (room.location) found.set(room, locationOf(room.location));
    else if (told) {
      const [only, ...more] = tracks.get(room.key) ?? [];
      // What goes on in this room alone, under one name, is named for where it is.
      if (!only || more.length > 0 || roomsOfTrack.get(only)!.size > 1) continue;
      found.set(room, { site: only, country: null, venue: null });
      guess(
        'room-site',
        `the file does not say where “${room.name}” is; it is put into a place called “${only}”, as all its events are filed under that`,
      );
    } else if (city || venue) found.set(room, { site: city ?? title ?? venue!, country: null, venue: city ? venue : null });
  }
  return found;
}

/** `New York, USA`, `Berlin, c-base`, `Münster`. */
function locationOf(text: string): Location {
  const [site = text, ...rest] = text.split(/\s*,\s*/).filter(Boolean);
  const country = rest.length > 0 ? countryCode(rest.at(-1)!) : null;
  const venue = (country ? rest.slice(0, -1) : rest).join(', ');
  return { site, country, venue: venue || null };
}

/**
 * Every name that our own formats give the places of an edition, in any of its languages; `first` is the file's own. Where several places
 * go by a name it is the first one's, unless that language tells them apart.
 */
function namesOf(
  content: EditionContent,
  first: string,
  table: boolean,
): { rooms: Map<string, Uuid>; paths: Map<string, Uuid>; several: Set<string> } {
  const index = indexOf(content);
  const rooms = new Map<string, Uuid>();
  const paths = new Map<string, Uuid>();
  const several = new Set<string>();
  const put = (map: Map<string, Uuid>, name: string, id: Uuid) => {
    if (!map.has(name)) map.set(name, id);
    else if (map.get(name) !== id) several.add(name);
  };
  const used = new Set(
    content.activities.flatMap((activity) => [activity.room, ...activity.sessions.map(({ room }) => room)]).filter((id) => id !== null),
  );
  const all = content.places.map(({ id }) => id);
  const inUse = all.filter((id) => used.has(id));
  const languages = new Set([first, ...content.edition.languages, 'zh', 'en', ...content.places.map(({ name }) => name.source)]);
  for (const language of languages) {
    for (const set of table ? [all, inUse] : [inUse, all]) for (const [id, name] of placeNames(index, set, language)) put(rooms, name, id);
    if (language === first) several.clear();
    for (const id of all) {
      const path = pathNames(index, id, language);
      put(paths, path.join(' / '), id);
      put(rooms, path.join(', '), id);
    }
  }
  return { rooms, paths, several };
}

function parentsFirst(places: Place[]): Place[] {
  const sorted: Place[] = [];
  const done = new Set<Uuid>();
  const byId = new Map(places.map((place) => [place.id, place]));
  const put = (place: Place) => {
    if (done.has(place.id)) return;
    done.add(place.id);
    const parent = place.parent && byId.get(place.parent);
    if (parent) put(parent);
    sorted.push(place);
  };
  places.forEach(put);
  return sorted;
}
