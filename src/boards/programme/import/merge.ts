/**
 * Merges a file into an edition. What the file says is compared with what our own file of the same format says of the edition as it is, so
 * that only what was changed is changed: whatever a format cannot say, or says in fewer words than we keep, stays. Out and in again is
 * therefore no change, and so is importing a file twice.
 */
import { onlyIn, textIn } from '#registry/text.ts';
import type { Activity, ActivityKind, Board, Category, EditionContent, Link, Session, Uuid } from '../content.ts';
import { ACTIVITY_KINDS, BOARDS, SESSION_KINDS, type SessionKind } from '../content.ts';
import { identities } from '../formats/entries.ts';
import { NO_ROOM } from '../formats/place-names.ts';
import { clean, oneLine } from '../formats/plain-text.ts';
import { derivedUuid } from '../formats/uuid.ts';
import { boardName } from '../names.ts';
import { instant } from '../time.ts';
import { peopleFinder } from './find-people.ts';
import { findPlaces } from './find-places.ts';
import type { Imported, ImportedEvent, Remark } from './imported.ts';
import { categoryNamed, putMoreActivity, putMoreSession, type Registry, roleOf } from './more.ts';
import { acceptOverlaps, personClashes } from './overlaps.ts';
import { putTexts } from './put.ts';
import { freeSlug, slugOf } from './slugs.ts';

/** What becomes of entries that a whole programme no longer holds. */
export const GONE = ['keep', 'cancel', 'remove'] as const;
export type Gone = (typeof GONE)[number];

export interface MergeOptions {
  /** Our own file of the same format and language, of the edition as the public would read it; `null` for an edition that is new. */
  baseline: Imported | null;
  /** `null`: what was published is cancelled, what never was is removed. */
  gone: Gone | null;
  /** Activities and sessions that the public has read of. */
  published: ReadonlySet<Uuid>;
  /** Other editions that share people or places with the file. */
  known: readonly EditionContent[];
}

export interface Merged {
  content: EditionContent;
  remarks: Remark[];
  gone: number;
}

type Target = { activity: Activity; session: Session | null };

export function merge(existing: EditionContent, file: Imported, options: MergeOptions): Merged {
  const remarks: Remark[] = [];
  const say = (remark: Remark) => void remarks.push(remark);
  const language = file.language ?? existing.edition.languages[0] ?? 'en';
  const { places, byKey } = findPlaces(existing, file, options.known, say);
  const { people, find } = peopleFinder(existing, options.known, language, file.own);
  const registry: Registry = { organisations: [...existing.organisations], focuses: [...existing.focuses] };
  const topics = [...existing.topics];
  const activities = new Map(existing.activities.map((activity) => [activity.id, activity]));
  const targets = targetsOf(existing);
  const bases = new Map(options.baseline?.events.map((event) => [event.guid, event]));
  const taken = {
    slugs: new Set(existing.activities.map(({ slug }) => slug)),
    numbers: new Set(existing.activities.flatMap((activity) => [activity.number, ...activity.sessions.map(({ number }) => number)])),
  };
  const touched = new Set<Uuid>();
  const context: Context = { file, existing, language, byKey, find, registry, topics, say };
  const fresh = existing.activities.length === 0;

  for (const event of file.events) {
    const id =
      targets.byGuid.get(event.guid) ?? (event.guidGiven || event.number === null ? undefined : targets.byNumber.get(event.number));
    const target = id && !touched.has(id.entry) ? current(activities, id) : null;
    if (!target) {
      if (event.state === 'cancelled' && !fresh) {
        say({
          level: 'note',
          line: event.line,
          code: 'cancelled-unknown',
          text: `“${titleOf(event)}” is called off and was never in this edition; it is left out`,
        });
        continue;
      }
      const owner = ownerOf(event, activities, context, taken);
      if (owner) {
        const session = newSession(event, owner, context, taken);
        if (!session) continue;
        activities.set(owner.id, session);
        const entry = session.sessions.at(-1)!.id;
        targets.byGuid.set(event.guid, { owner: owner.id, entry });
        touched.add(entry);
        continue;
      }
      const activity = newActivity(event, context, taken);
      activities.set(activity.id, activity);
      targets.byGuid.set(event.guid, { owner: activity.id, entry: activity.id });
      touched.add(activity.id);
      continue;
    }
    const base = bases.get(targets.guids.get(id!.entry)!);
    touched.add(id!.entry);
    activities.set(
      target.activity.id,
      target.session
        ? putSession(target.activity, target.session, event, base, context)
        : putActivity(target.activity, event, base, context),
    );
  }

  const lost = (options.baseline?.events ?? [])
    .flatMap((event) => targets.byGuid.get(event.guid) ?? [])
    .filter(({ entry }) => !touched.has(entry));
  const policy = file.whole || options.gone ? options.gone : 'keep';
  if (policy !== 'keep') takeOut(activities, lost, policy, options.published);
  const content: EditionContent = {
    ...existing,
    places,
    people,
    organisations: registry.organisations,
    focuses: registry.focuses,
    topics,
    activities: [...activities.values()],
    // A step of a result outlives the activity that it was made in.
    results: existing.results.map((result) =>
      result.steps.some(({ activity }) => activity && !activities.has(activity))
        ? {
            ...result,
            steps: result.steps.map((step) => (step.activity && !activities.has(step.activity) ? { ...step, activity: null } : step)),
          }
        : result,
    ),
  };
  const accepted = acceptOverlaps(content, options.known, say);
  personClashes(accepted, say);
  return { content: accepted, remarks, gone: policy === 'keep' ? 0 : lost.length };
}

/** The activity that a table's row says it is a session of; made where there is none. */
function ownerOf(event: ImportedEvent, activities: Map<Uuid, Activity>, context: Context, taken: Taken): Activity | null {
  const number = Number(event.more?.['activityNumber'] ?? Number.NaN);
  const title = oneLine(event.more?.['activity'] ?? '');
  if (!title && Number.isNaN(number)) return null;
  const all = [...activities.values()];
  const named = (activity: Activity) => Object.values(activity.title.texts).some((text) => oneLine(text) === title);
  const found =
    all.find((activity) => activity.number === number && (!title || named(activity))) ?? all.find((activity) => title && named(activity));
  if (found) return found;
  if (!title) return null;
  const { startsAt = null, endsAt = null } = event;
  const blank = { line: event.line, slug: null, startsAt, endsAt, ...(event.room === undefined ? {} : { room: event.room }) };
  const guid = derivedUuid(context.existing.edition.id, `owner ${title}`);
  const made = newActivity(
    { ...blank, guid, guidGiven: false, number: Number.isInteger(number) && number > 0 ? number : null, title: { '': title } },
    context,
    taken,
  );
  activities.set(made.id, made);
  return made;
}

/** The activity with one session more; `null` where the row has no time. */
function newSession(event: ImportedEvent, owner: Activity, context: Context, taken: Taken): Activity | null {
  const { startsAt, endsAt } = event;
  if (!startsAt || !endsAt) {
    context.say({
      level: 'note',
      line: event.line,
      code: 'session-time',
      text: `“${titleOf(event)}” is a session without a time and is left out`,
    });
    return null;
  }
  const first = Object.entries(event.title)[0]!;
  const slugs = new Set(owner.sessions.map(({ slug }) => slug));
  const number = freeNumber(event, context, taken);
  const session: Session = {
    id: derivedUuid(owner.id, `session ${event.guid}`),
    guid: event.guid,
    number,
    slug: freeSlug(slugs, event.ownSlug ?? slugOf(first[1]), `session-${number}`),
    kind: 'talk',
    title: onlyIn(first[0] || context.language, first[1]),
    abstract: null,
    startsAt,
    endsAt,
    room: null,
    languages: [],
    cancelled: false,
    people: [],
    links: [],
    results: [],
  };
  const from = owner.startsAt && Date.parse(owner.startsAt) <= Date.parse(startsAt) ? owner.startsAt : startsAt;
  const to = owner.endsAt && Date.parse(owner.endsAt) >= Date.parse(endsAt) ? owner.endsAt : endsAt;
  return putSession({ ...owner, startsAt: from, endsAt: to, sessions: [...owner.sessions, session] }, session, event, undefined, context);
}

type Taken = { slugs: Set<string>; numbers: Set<number> };

/** The file's number, or the next one that nothing has. */
function freeNumber(event: ImportedEvent, { say }: Context, taken: Taken): number {
  let number = event.number;
  if (number === null || taken.numbers.has(number)) {
    let next = 1;
    for (const used of taken.numbers) if (used >= next) next = used + 1;
    if (number !== null) {
      say({
        level: 'guess',
        line: event.line,
        code: 'number-taken',
        text: `the number ${number} belongs to something else; “${titleOf(event)}” becomes ${next}`,
      });
    }
    number = next;
  }
  taken.numbers.add(number);
  return number;
}

interface Context {
  file: Imported;
  existing: EditionContent;
  language: string;
  byKey: Map<string, Uuid>;
  find: ReturnType<typeof peopleFinder>['find'];
  registry: Registry;
  topics: Category[];
  say(remark: Remark): void;
}

interface At {
  owner: Uuid;
  entry: Uuid;
}

function targetsOf(content: EditionContent): { byGuid: Map<Uuid, At>; byNumber: Map<number, At>; guids: Map<Uuid, Uuid> } {
  const { numbers, guids } = identities(content);
  const byGuid = new Map<Uuid, At>();
  const byNumber = new Map<number, At>();
  for (const activity of content.activities) {
    for (const item of [activity, ...activity.sessions]) {
      const at = { owner: activity.id, entry: item.id };
      byGuid.set(guids.get(item.id)!, at);
      byNumber.set(numbers.get(item.id)!, at);
    }
  }
  return { byGuid, byNumber, guids };
}

function current(activities: Map<Uuid, Activity>, { owner, entry }: At): Target | null {
  const activity = activities.get(owner);
  if (!activity) return null;
  if (entry === owner) return { activity, session: null };
  const session = activity.sessions.find(({ id }) => id === entry);
  return session ? { activity, session } : null;
}

const titleOf = (event: ImportedEvent): string => oneLine(Object.values(event.title)[0] ?? '').slice(0, 80);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function newActivity(event: ImportedEvent, context: Context, taken: Taken): Activity {
  const { existing, language, file } = context;
  const first = Object.entries(event.title)[0]!;
  const number = freeNumber(event, context, taken);
  const { kind, typeLabel } = typed(event.type);
  const plain = event.ownSlug ?? slugOf(ownPart(event, (file.conference.acronym ?? '').toLowerCase()), 120);
  const empty: Activity = {
    id: derivedUuid(existing.edition.id, `activity ${event.guid}`),
    guid: event.guid,
    number,
    slug: freeSlug(taken.slugs, plain || slugOf(first[1]), `activity-${number}`),
    board: boardOf(kind),
    kind,
    state: 'published',
    title: onlyIn(first[0] || language, first[1]),
    subtitle: null,
    abstract: null,
    description: null,
    focus: null,
    topic: null,
    fields: [],
    languages: [],
    interpretation: [],
    streamed: false,
    streamUrl: null,
    access: 'open',
    capacity: null,
    room: null,
    startsAt: null,
    endsAt: null,
    firstPlannedStartsAt: null,
    sharesRoom: null,
    hosts: [],
    people: [],
    sessions: [],
    links: [],
    typeLabel,
    sample: false,
  };
  return putActivity(empty, event, undefined, context);
}

/** A file's slug without the conference and the number that it begins with. */
function ownPart({ slug, number }: ImportedEvent, acronym: string): string {
  const lower = (slug ?? '').toLowerCase();
  if (!acronym || !lower.startsWith(`${acronym}-`)) return '';
  const rest = lower.slice(acronym.length + 1);
  return rest.startsWith(`${number}-`) ? rest.slice(`${number}-`.length) : rest;
}

function putActivity(activity: Activity, event: ImportedEvent, base: ImportedEvent | undefined, context: Context): Activity {
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

function putSession(
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

/** A kind of ours, or what the file calls it with the likeliest kind. */
function typed(type: string | null | undefined): { kind: ActivityKind; typeLabel: string | null } {
  const plain = type?.trim() ?? '';
  const own = ACTIVITY_KINDS.find((kind) => kind === plain);
  if (own || !plain) return { kind: own ?? 'other', typeLabel: null };
  const guesses: [RegExp, ActivityKind][] = [
    [/keynote|plenary|主旨|全体/i, 'plenary'],
    [/opening|closing|ceremony|开幕|闭幕/i, 'ceremony'],
    [/exhibit|ausstellung|stand\b|stände|expo|poster|展/i, 'exhibition'],
    [/signing|签约/i, 'signing'],
    [/^release$|发布/i, 'release'],
    [/^pitch$|contest|大赛|路演/i, 'contest-round'],
    [/press|新闻/i, 'press'],
    [/concert|musik|music|party|film|game|social|performance|kunst|junior|bof/i, 'side-event'],
  ];
  return { kind: guesses.find(([pattern]) => pattern.test(plain))?.[1] ?? 'other', typeLabel: plain.slice(0, 200) };
}

const BOARD_OF: Partial<Record<ActivityKind, Board>> = {
  ceremony: 'main',
  plenary: 'main',
  exhibition: 'exhibition',
  exchange: 'exchange',
  signing: 'exchange',
  release: 'release',
  'contest-round': 'contest',
  'side-event': 'side',
  'year-round': 'side',
  press: 'side',
};
const boardOf = (kind: ActivityKind): Board => BOARD_OF[kind] ?? 'forum';

/** Entries that are no longer in the programme; an activity all of whose sessions are gone is gone itself. */
function takeOut(activities: Map<Uuid, Activity>, lost: readonly At[], policy: Gone | null, published: ReadonlySet<Uuid>): void {
  const cancels = (id: Uuid) => policy === 'cancel' || (policy === null && published.has(id));
  for (const [owner, entries] of Map.groupBy(lost, (at) => at.owner)) {
    const activity = activities.get(owner)!;
    const ids = new Set(entries.map(({ entry }) => entry));
    if (ids.has(owner) || activity.sessions.every((session) => ids.has(session.id) || session.cancelled)) {
      if (cancels(owner)) activities.set(owner, { ...activity, state: 'cancelled' });
      else activities.delete(owner);
      continue;
    }
    const sessions = activity.sessions.flatMap((session) => {
      if (!ids.has(session.id)) return session;
      return cancels(session.id) ? { ...session, cancelled: true } : [];
    });
    activities.set(owner, { ...activity, sessions });
  }
}
