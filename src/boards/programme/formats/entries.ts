/**
 * The programme as other programs know programmes: a flat list of entries with a time. An activity without sessions is one entry; one
 * with sessions is as many, and lends them its title as their track. What has no time has no entry.
 */
import { isPageLanguage, type PageLanguage, textIn } from '#registry/text.ts';
import type { Activity, EditionContent, Instant, Link, Session, Uuid } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { boardName } from '../names.ts';
import { daysOf, select, type Selection, selectionFrom, VIEWS } from '../selection.ts';
import { localDate } from '../time.ts';
import { oneLine } from './plain-text.ts';
import { derivedUuid } from './uuid.ts';

/** A selection, and the numbers of single activities and sessions (somebody's own day). */
export interface Part {
  selection: Selection;
  numbers: ReadonlySet<number> | null;
}

export const WHOLE: Part = { selection: {}, numbers: null };
const MOST_NUMBERS = 2000;

/** Reads `?board=forum` and `?activity=1,5,9`. */
export function partFrom(parameters: URLSearchParams): Part {
  const asked = parameters.get('activity');
  const numbers =
    asked === null
      ? null
      : new Set(
          asked
            .split(',', MOST_NUMBERS)
            .filter((one) => /^[1-9]\d{0,9}$/.test(one))
            .map(Number),
        );
  return { selection: selectionFrom(parameters), numbers };
}

/** Tells a whole programme from a part of it by the query it was asked with. */
export const asksForPart = (parameters: URLSearchParams): boolean =>
  parameters.has('activity') || VIEWS.some((view) => Boolean(parameters.get(view)));

export interface Entry {
  id: Uuid;
  guid: Uuid;
  /** Positive and its own within the edition. */
  number: number;
  activity: Activity;
  session: Session | null;
  startsAt: Instant;
  endsAt: Instant;
  room: Uuid | null;
  people: Activity['people'];
  links: Link[];
  /** Our kind, or what an imported file called it. */
  type: string;
  /** Language spoken, where known. */
  language: string | null;
  track: string;
  state: 'confirmed' | 'cancelled' | 'postponed';
}

export const isBreak = (entry: Entry): boolean => entry.type.toLowerCase() === 'break';

/** The page language whose words go with texts in `language`. */
export const pageLanguage = (language: string): PageLanguage => (isPageLanguage(language) ? language : 'en');

/** In the order of time, then number. `each` says whether sessions are told or the activity as one. */
export function entriesOf(index: Indexed, language: string, part: Part = WHOLE, each: 'session' | 'activity' = 'session'): Entry[] {
  const { content } = index;
  const { numbers, guids } = identities(content);
  const entries: Entry[] = [];
  for (const activity of select(index, part.selection)) {
    const whole = part.numbers === null || part.numbers.has(numbers.get(activity.id)!);
    const sessions = activity.sessions.filter(
      (session) => sessionHolds(index, activity, session, part.selection) && (whole || part.numbers!.has(numbers.get(session.id)!)),
    );
    const common = { activity, track: trackOf(index, activity, language) };
    const ids = (item: Activity | Session) => ({ id: item.id, guid: guids.get(item.id)!, number: numbers.get(item.id)! });
    if ((each === 'activity' && whole) || activity.sessions.length === 0) {
      if (!whole || !activity.startsAt || !activity.endsAt) continue;
      const { startsAt, endsAt, room, people, links } = activity;
      const type = activity.typeLabel ?? activity.kind;
      const told = { startsAt, endsAt, room, people, links, type, language: activity.languages[0] ?? null };
      entries.push({ ...common, ...ids(activity), ...told, session: null, state: stateOf(activity, null) });
    } else {
      const track = oneLine(textIn(activity.title, language));
      for (const session of sessions) {
        const { startsAt, endsAt, people, links, kind: type } = session;
        const spoken = session.languages[0] ?? activity.languages[0] ?? null;
        const told = { startsAt, endsAt, people, links, type, language: spoken, room: session.room ?? activity.room };
        entries.push({ ...common, ...ids(session), ...told, track, session, state: stateOf(activity, session) });
      }
    }
  }
  return entries.sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.number - b.number);
}

export const trackOf = (index: Indexed, activity: Activity, language: string): string => {
  const topic = activity.topic && index.topic.get(activity.topic);
  return topic ? oneLine(textIn(topic.name, language)) : boardName(pageLanguage(language))(activity.board);
};

function stateOf(activity: Activity, session: Session | null): Entry['state'] {
  if (activity.state === 'cancelled' || session?.cancelled) return 'cancelled';
  return activity.state === 'postponed' ? 'postponed' : 'confirmed';
}

/** A session is in a part by its own day, room, language and people, where the part asks for these. */
function sessionHolds(index: Indexed, activity: Activity, session: Session, selection: Selection): boolean {
  const { day, venue, language, person } = selection;
  const room = session.room ?? activity.room;
  const by = (people: Activity['people']) => people.some((role) => index.person.get(role.person)?.slug === person);
  if (day && localDate(session.startsAt, index.zoneOf(activity)) !== day && daysOf(index, activity).length > 1) return false;
  if (venue && !(room && index.pathOf(room).some((place) => place.slug === venue))) return false;
  if (language && session.languages.length > 0 && !session.languages.includes(language) && !activity.interpretation.includes(language))
    return false;
  return !person || by(session.people) || by(activity.people);
}

const known = new WeakMap<EditionContent, { numbers: Map<Uuid, number>; guids: Map<Uuid, Uuid> }>();

/** Numbers and guids of all activities and sessions, each its own even where the content has twins: the first keeps it. */
export function identities(content: EditionContent): { numbers: Map<Uuid, number>; guids: Map<Uuid, Uuid> } {
  const found = known.get(content);
  if (found) return found;
  const items = [...content.activities, ...content.activities.flatMap((activity) => activity.sessions)];
  const numbers = new Map<Uuid, number>();
  const taken = new Set<number>();
  const guids = new Map<Uuid, Uuid>();
  const takenGuids = new Set<Uuid>();
  const later: (Activity | Session)[] = [];
  for (const item of items) {
    if (Number.isInteger(item.number) && item.number > 0 && !taken.has(item.number)) {
      taken.add(item.number);
      numbers.set(item.id, item.number);
    } else later.push(item);
    const guid = takenGuids.has(item.guid) ? derivedUuid(item.id, 'guid') : item.guid;
    takenGuids.add(guid);
    guids.set(item.id, guid);
  }
  let next = items.reduce((most, item) => Math.max(most, item.number || 0), 0);
  for (const item of later) numbers.set(item.id, ++next);
  const made = { numbers, guids };
  known.set(content, made);
  return made;
}
