/** What all readers share: identities of events, the rooms they name, and what is said about both. */
import { derivedUuid, isUuid } from '../formats/uuid.ts';
import { clean, oneLine, webAddress } from '../formats/plain-text.ts';
import { proseOf } from './prose.ts';
import type { Instant, Link, Uuid } from '../content.ts';
import type { Imported, ImportedEvent, ImportedRoom, ImportFormat, Remark, Texts } from './imported.ts';
import { languageCode } from './codes.ts';
import { slugOf } from './slugs.ts';

/** The space of guids that are derived because a file has none. */
const NAMELESS = '2c1b1d6e-57f6-8a52-9d2f-4c5be0a2f7c1';
const MOST_EVENTS = 100_000;

export interface Collect {
  file: Imported;
  say(level: Remark['level'], line: number | null, code: string, text: string): void;
  identity(given: {
    guid?: string | null;
    id?: string | number | null;
    key: string;
    line: number | null;
  }): Pick<ImportedEvent, 'guid' | 'guidGiven' | 'number'>;
  room(key: string): ImportedRoom;
  /** Adds an event; false where there are more than can be. */
  add(event: ImportedEvent): void;
  prose(text: string | null | undefined, language: string): Texts | null | undefined;
  line(text: string | null | undefined, language: string): Texts | null | undefined;
  title(text: string | null | undefined, language: string, line: number | null): Texts;
  offset(room: string | null | undefined, at: Instant | null | undefined, minutes: number | null): void;
  link(url: string | null | undefined, title: string, kind: Link['kind']): Link[];
  language(text: string | null | undefined): { spoken: string[] | undefined; of: string };
}

export function collect(format: ImportFormat, own: boolean, remarks: Remark[]): Collect {
  const file: Imported = {
    format,
    own,
    whole: true,
    language: null,
    conference: { title: null, acronym: null, start: null, end: null, timeZone: null, languages: [], venue: null, city: null },
    rooms: [],
    events: [],
    remarks,
  };
  const guids = new Set<Uuid>();
  const numbers = new Set<number>();
  const keys = new Map<string, number>();
  const rooms = new Map<string, ImportedRoom>();
  const say: Collect['say'] = (level, line, code, text) => void remarks.push({ level, line, code, text });
  return {
    file,
    say,
    identity({ guid, id, key, line }) {
      const text = guid?.trim().toLowerCase() ?? '';
      const number = numberOf(id);
      const guidGiven = isUuid(text) && !/^[0-]+$/.test(text);
      let made = text;
      if (!guidGiven) {
        const name = number !== null ? `number ${number}` : key;
        const times = (keys.get(name) ?? 0) + 1;
        keys.set(name, times);
        made = derivedUuid(NAMELESS, `${file.conference.acronym ?? ''} ${name} ${times}`);
        if (text)
          say(
            'guess',
            line,
            'guid',
            `“${text.slice(0, 60)}” is no UUID; one was made from ${number !== null ? 'its number' : 'what it is called'}`,
          );
      }
      for (let times = 2; guids.has(made); times++) {
        if (times === 2) say('guess', line, 'guid-twice', `the identifier ${made} is used more than once; the later one was given its own`);
        made = derivedUuid(made, String(times));
      }
      guids.add(made);
      if (number !== null && numbers.has(number)) say('guess', line, 'number-twice', `the number ${number} is used more than once`);
      const free = number !== null && !numbers.has(number) ? number : null;
      if (free !== null) numbers.add(free);
      return { guid: made, guidGiven, number: free };
    },
    room(key) {
      let room = rooms.get(key);
      if (!room) {
        room = { key, guid: null, name: key, location: null, parents: [], offsets: [] };
        rooms.set(key, room);
        file.rooms.push(room);
      }
      return room;
    },
    add(event) {
      if (file.events.length < MOST_EVENTS) file.events.push(event);
      else if (file.events.length === MOST_EVENTS)
        say('bad', event.line, 'too-many', `more than ${MOST_EVENTS} events; the rest is not read`);
    },
    prose: (text, language) => (text === undefined ? undefined : texts(text === null ? '' : own ? clean(text) : proseOf(text), language)),
    line: (text, language) => (text === undefined ? undefined : texts(oneLine(text ?? ''), language)),
    title(text, language, line) {
      const plain = oneLine(text ?? '');
      if (!plain) say('guess', line, 'untitled', 'has no title');
      return { [language]: plain || '(untitled)' };
    },
    offset(room, at, minutes) {
      if (room && at && minutes !== null) rooms.get(room)?.offsets.push({ at, minutes });
    },
    link(url, title, kind) {
      if (!url?.trim()) return [];
      const address = webAddress(url);
      if (address) return [{ url: address, title: oneLine(title), kind }];
      say('note', null, 'link', `“${url.trim().slice(0, 80)}” is no web address and is left out`);
      return [];
    },
    language(text) {
      if (text === undefined || text === null || !text.trim()) return { spoken: text === undefined ? undefined : [], of: '' };
      const code = languageCode(text);
      if (!code) {
        say('guess', null, 'language', `“${text.trim().slice(0, 30)}” is no language that is known`);
        return { spoken: undefined, of: '' };
      }
      return { spoken: [code], of: own ? '' : code };
    },
  };
}

const texts = (text: string, language: string): Texts | null => (text ? { [language]: text } : null);

function numberOf(id: string | number | null | undefined): number | null {
  const text = String(id ?? '').trim();
  const number = Number(text);
  return /^\d{1,10}$/.test(text) && number > 0 && number <= 2_147_483_647 ? number : null;
}

/** The name that an entry has in our own addresses. */
export function slugInAddress(address: string | null | undefined): string | null {
  const parts = /\/activities\/([a-z0-9-]+)(?:\/([a-z0-9-]+))?$/.exec(address ?? '');
  return (parts && slugOf(parts[2] ?? parts[1]!, 120)) || null;
}

/** The language and the extent that our own files say in their address. */
export function ownAddress(file: Imported, address: string | null | undefined, asksForPart: (query: URLSearchParams) => boolean): void {
  const query = new URLSearchParams(/\?(.*)$/.exec(address ?? '')?.[1] ?? '');
  file.language = query.get('lang');
  file.whole = !asksForPart(query);
}
