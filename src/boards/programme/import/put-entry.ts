/** Putting what a file says of one activity or session into it: field by field, and only what was changed. */
import { onlyIn, textIn } from '#registry/text.ts';
import {
  type Activity,
  BOARDS,
  type Category,
  type EditionContent,
  type Link,
  type Session,
  SESSION_KINDS,
  type SessionKind,
  type Uuid,
} from '../content.ts';
import { NO_ROOM } from '../formats/place-names.ts';
import { clean, oneLine } from '../formats/plain-text.ts';
import { boardName } from '../names.ts';
import { instant } from '../time.ts';
import type { peopleFinder } from './find-people.ts';
import type { Imported, ImportedEvent, Remark } from './imported.ts';
import { typed } from './kinds.ts';
import { categoryNamed, putMoreActivity, putMoreSession, type Registry, roleOf } from './more.ts';
import { putTexts } from './put.ts';

export interface Context {
  file: Imported;
  existing: EditionContent;
  language: string;
  byKey: Map<string, Uuid>;
  find: ReturnType<typeof peopleFinder>['find'];
  registry: Registry;
  topics: Category[];
  say(remark: Remark): void;
}

export const titleOf = (event: ImportedEvent): string => oneLine(Object.values(event.title)[0] ?? '').slice(0, 80);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function putActivity(activity: Activity, event: ImportedEvent, base: ImportedEvent | undefined, context: Context): Activity {
  const { file, existing, language, topics, registry, say } = context;
  const made = putShared(activity, event, base, context, activity.room);
  const note = (text: string) => say({ level: 'guess', line: event.line, code: 'value', text: `“${titleOf(event)}”: ${text}` });
  const more = putMoreActivity(made, event, base, existing, registry, language, note);
  more.subtitle = putTexts(activity.subtitle, base?.subtitle, event.subtitle, language);
  if (event.more?.['text'] !== undefined && file.format === 'ics') {
    const text = event.more['text'];
    if (!base || base.more?.['text'] !== text) [more.abstract, more.description] = [null, text === null ? null : onlyIn(language, text)];
    if (activity.abstract && text !== null && base && base.more?.['text'] === text)
      [more.abstract, more.description] = [activity.abstract, activity.description];
    if (same(told(more), told(activity))) [more.abstract, more.description] = [activity.abstract, activity.description];
  } else more.description = putTexts(activity.description, base?.description, event.description, language);
  if (event.startsAt !== undefined && (event.startsAt ?? null) !== (base ? (base.startsAt ?? null) : activity.startsAt))
    more.startsAt = event.startsAt ?? null;
  if (event.endsAt !== undefined && (event.endsAt ?? null) !== (base ? (base.endsAt ?? null) : activity.endsAt))
    more.endsAt = event.endsAt ?? null;
  if (more.startsAt === null || more.endsAt === null) [more.startsAt, more.endsAt] = [null, null];
  else if (Date.parse(more.endsAt) < Date.parse(more.startsAt)) more.endsAt = event.endsAt ?? more.startsAt;
  more.sessions = moved(activity, more);
  if (event.track !== undefined && event.track !== null && event.track !== base?.track) {
    const board = BOARDS.find((one) => Object.values(boardName.messages[one]).includes(event.track!));
    if (!board) more.topic = categoryNamed(topics, event.track, existing, 'topic', language);
    else if (activity.topic !== null || board !== activity.board) [more.topic, more.board] = [null, board];
  } else if (event.track === null && base && base.track !== null && file.format !== 'ics') {
    // Our own file would name the board where there is no topic.
    if (activity.topic !== null) more.topic = null;
  }
  if (event.type !== undefined && event.type !== null && event.type !== base?.type) {
    const { kind, typeLabel } = typed(event.type);
    more.typeLabel = typeLabel;
    if (typeLabel === null) more.kind = kind;
  }
  const off = activity.state === 'cancelled' || activity.state === 'postponed';
  if (event.state === undefined) {
    // A format without states holds only what takes place.
    if (off && file.format !== 'csv' && file.format !== 'xlsx') more.state = 'published';
  } else if (event.state !== (base ? base.state : 'published')) {
    if (event.state !== 'published' || off) more.state = event.state;
  }
  return unchangedIfSame(activity, more);
}

/** The agenda moves with its activity, where that is moved as a whole. */
function moved(before: Activity, after: Activity): Session[] {
  if (!before.startsAt || !before.endsAt || !after.startsAt || !after.endsAt) return before.sessions;
  const by = Date.parse(after.startsAt) - Date.parse(before.startsAt);
  if (by === 0 || Date.parse(after.endsAt) - Date.parse(before.endsAt) !== by) return before.sessions;
  const shifted = (at: string) => instant(Date.parse(at) + by);
  return before.sessions.map((session) => ({ ...session, startsAt: shifted(session.startsAt), endsAt: shifted(session.endsAt) }));
}

const told = ({ abstract, description }: Pick<Activity, 'abstract' | 'description'>) =>
  [abstract, description]
    .map((one) => clean(textIn(one, one?.source ?? '')))
    .filter(Boolean)
    .join('\n\n');

export function putSession(
  activity: Activity,
  session: Session,
  event: ImportedEvent,
  base: ImportedEvent | undefined,
  context: Context,
): Activity {
  const { file, say, language } = context;
  let made: Session = putShared(session, event, base, context, session.room ?? activity.room);
  made = putMoreSession(made, event, base);
  // A room that is the activity's own is not told again.
  if (made.room === activity.room && session.room === null) made.room = null;
  if (event.description && (!base || !same(base.description ?? null, event.description))) {
    const both = Object.fromEntries(
      Object.entries(event.description).map(([code, text]) => [code, [event.abstract?.[code], text].filter(Boolean).join('\n\n')]),
    );
    made.abstract = putTexts(session.abstract, base?.abstract, both, language);
  }
  if (event.startsAt && event.startsAt !== (base?.startsAt ?? session.startsAt)) made.startsAt = event.startsAt;
  if (event.endsAt && event.endsAt !== (base?.endsAt ?? session.endsAt)) made.endsAt = event.endsAt;
  if (Date.parse(made.endsAt) < Date.parse(made.startsAt)) made.endsAt = event.endsAt ?? made.startsAt;
  if (event.type && event.type !== base?.type) {
    const kind = SESSION_KINDS.find((one) => one === event.type!.toLowerCase()) as SessionKind | undefined;
    if (kind) made.kind = kind;
    else
      say({
        level: 'guess',
        line: event.line,
        code: 'session-type',
        text: `“${titleOf(event)}”: “${event.type.slice(0, 40)}” is no kind of session; it stays a ${session.kind}`,
      });
  }
  if (event.track && base && event.track !== base.track) {
    say({
      level: 'note',
      line: event.line,
      code: 'session-track',
      text: `“${titleOf(event)}” is a session of “${base.track}” and stays there, though its track is “${event.track.slice(0, 60)}”`,
    });
  }
  if (
    event.state === undefined ? file.format !== 'csv' && file.format !== 'xlsx' : event.state !== (base ? base.state : 'published') || !base
  ) {
    made.cancelled = event.state === 'cancelled' || event.state === 'postponed';
  }
  const kept = unchangedIfSame(session, made);
  if (kept === session) return activity;
  const sessions = activity.sessions.map((one) => (one.id === session.id ? kept : one));
  return widened({ ...activity, sessions }, activity);
}

/** An activity lasts at least as long as its sessions, where it did so before. */
function widened(activity: Activity, before: Activity): Activity {
  if (!before.startsAt || !before.endsAt) return activity;
  const [from, to] = [Date.parse(before.startsAt), Date.parse(before.endsAt)];
  if (before.sessions.some((session) => Date.parse(session.startsAt) < from || Date.parse(session.endsAt) > to)) return activity;
  const first = activity.sessions.reduce(
    (least, { startsAt }) => (Date.parse(startsAt) < Date.parse(least) ? startsAt : least),
    before.startsAt,
  );
  const last = activity.sessions.reduce((most, { endsAt }) => (Date.parse(endsAt) > Date.parse(most) ? endsAt : most), before.endsAt);
  return { ...activity, startsAt: first, endsAt: last };
}

/** What activities and sessions have in common. */
function putShared<Item extends Activity | Session>(
  item: Item,
  event: ImportedEvent,
  base: ImportedEvent | undefined,
  context: Context,
  room: Uuid | null,
): Item {
  const { language, byKey, find, file } = context;
  const made = { ...item };
  made.title = putTexts(item.title, base?.title, event.title, language) ?? item.title;
  if (file.format !== 'ics') made.abstract = putTexts(item.abstract, base?.abstract, event.abstract, language);
  if (event.room !== undefined) {
    const named = event.room === null || (base && base.room === event.room && base.room !== null) ? null : (byKey.get(event.room) ?? null);
    if (event.room === null ? base?.room !== null && !isNoRoom(base?.room) : named !== null && named !== room) made.room = named;
  }
  if (
    event.languages !== undefined &&
    !same(event.languages, base?.languages) &&
    !event.more?.['languages'] &&
    !same(event.languages, item.languages.slice(0, 1))
  )
    made.languages = event.languages;
  if (event.people !== undefined && !(base && same(base.people, event.people) && same(base.more?.['people'], event.more?.['people']))) {
    const ids = event.people.map((person) => ({ id: find(person), told: person }));
    const now = [...new Set(item.people.map(({ person }) => person))];
    const roles = ids.some(({ told }) => told.role !== undefined) || event.more?.['people'] !== undefined;
    const unique = [...new Map(ids.map((one) => [one.id, one])).values()];
    if (
      roles ||
      !same(
        now,
        unique.map(({ id }) => id),
      )
    ) {
      made.people = unique.flatMap(({ id, told }) => {
        const had = item.people.filter(({ person }) => person === id);
        const role = roleOf(event.more?.['people'], told.name);
        if (had.length > 0 && (!role || had.some((one) => one.role === role))) return had;
        return [{ person: id, role: role ?? told.role ?? ('speaker' as const) }];
      });
    }
  }
  if (event.links !== undefined && !(base && same(base.links ?? [], event.links))) {
    const key = ({ kind, url }: Link) => `${kind} ${url}`;
    const now = new Set(event.links.map(key));
    const could = new Set((base?.links ?? []).map(key));
    const kept = item.links.filter((link) => !now.has(key(link)) && !could.has(key(link)));
    const links = [...new Map(event.links.map((link) => [key(link), link])).values(), ...kept];
    if (!same(links, item.links)) made.links = sameSet(links, item.links) ? item.links : links;
  }
  return made;
}

const sameSet = (a: readonly Link[], b: readonly Link[]): boolean =>
  a.length === b.length && same([...a].map((one) => JSON.stringify(one)).sort(), [...b].map((one) => JSON.stringify(one)).sort());
const isNoRoom = (room: string | null | undefined): boolean => room === NO_ROOM.zh || room === NO_ROOM.en;
const unchangedIfSame = <Item>(before: Item, after: Item): Item => (same(before, after) ? before : after);
