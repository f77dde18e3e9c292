/** Activities and sessions that an edition does not have yet. */
import { onlyIn } from '#registry/text.ts';
import type { Activity, Session, Uuid } from '../content.ts';
import { oneLine } from '../formats/plain-text.ts';
import { derivedUuid } from '../formats/uuid.ts';
import type { ImportedEvent } from './imported.ts';
import { boardOf, typed } from './kinds.ts';
import { type Context, putActivity, putSession, titleOf } from './put-entry.ts';
import { freeSlug, slugOf } from './slugs.ts';

/** The activity that a table's row says it is a session of; made where there is none. */
export function ownerOf(event: ImportedEvent, activities: Map<Uuid, Activity>, context: Context, taken: Taken): Activity | null {
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
export function newSession(event: ImportedEvent, owner: Activity, context: Context, taken: Taken): Activity | null {
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

export type Taken = { slugs: Set<string>; numbers: Set<number> };

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

export function newActivity(event: ImportedEvent, context: Context, taken: Taken): Activity {
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
