/**
 * How the programme of 2022 came to be what it was: six versions, made by going back from the last one. The days are stated (planned for
 * 22–27 September, postponed on the 15th, held 25–30 November); the small changes between versions are sample data.
 */
import type { Activity, EditionContent, Instant, Person, Session, Uuid } from '../src/boards/programme/content.ts';
import { content2022 } from './edition-2022.ts';
import { idOf, text } from './identity.ts';

export interface Version {
  content: EditionContent;
  publishedAt: Instant;
}

/** From the first day planned (22 September) to the first day held (25 November). */
const MOVED_BY_DAYS = 64;
const DAY = 86_400_000;

/** Activities that came late, by the version that first has them. */
const ADDED_IN: Record<string, number> = {
  'sub-venue-rio-de-janeiro': 3,
  'sub-venue-melbourne': 3,
  'results-dialogue': 3,
  'science-and-music-evening': 4,
  'overseas-talents-meeting': 5,
};

const published: Record<number, Instant> = {
  1: '2022-08-22T02:00:00Z',
  2: '2022-09-15T10:00:00Z',
  3: '2022-11-16T09:00:00Z',
  4: '2022-11-18T10:00:00Z',
  5: '2022-11-22T08:30:00Z',
  6: '2022-11-24T10:00:00Z',
};

/** Oldest first; the last is the content of the edition. */
export function sampleHistory2022(): Version[] {
  return [1, 2, 3, 4, 5, 6].map((number) => ({ content: version(number), publishedAt: published[number]! }));
}

/** The edition as it stood at the end: the programme as planned, with what was cancelled and what moved. */
export const finalContent2022 = (): EditionContent => version(6);

function version(number: number): EditionContent {
  const content = content2022();
  content.activities.push(cancelledForum(content, number));
  const present = content.activities.filter((activity) => (ADDED_IN[activity.slug] ?? 1) <= number);
  for (const activity of present) {
    // What was in the September programme had been planned for another time.
    if (!ADDED_IN[activity.slug] && activity.kind !== 'year-round')
      activity.firstPlannedStartsAt = moved(activity.startsAt!, -MOVED_BY_DAYS, zoneOf(content, activity));
  }
  content.activities = present;
  if (number < 6) undoLast(content);
  if (number < 5) undoFifth(content);
  if (number < 4) undoFourth(content);
  if (number < 3) backToSeptember(content, number === 2);
  content.activities = content.activities.filter((activity) => activity.kind !== 'year-round' || activity.startsAt! < published[number]!);
  content.edition.milestones = content.edition.milestones.filter(({ date }) => number > 2 || date <= published[number]!.slice(0, 10));
  keepThoseWhoAppear(content);
  return content;
}

/** Planned from the start, given up in version 5, and still shown as cancelled. It is not among the 126. */
function cancelledForum(content: EditionContent, number: number): Activity {
  const like = find(content, 'technology-services-session');
  const startsAt = '2022-11-29T10:30:00Z';
  const numbers = content.activities.flatMap((activity) => [activity.number, ...activity.sessions.map((session) => session.number)]);
  const slug = 'evening-walk-along-the-central-axis';
  return {
    ...structuredClone(like),
    id: idOf('activity', slug),
    guid: idOf('activity guid', slug),
    number: Math.max(...content.activities.map((activity) => activity.number)) + 1,
    slug,
    state: number >= 5 ? 'cancelled' : 'published',
    title: text(['奥林匹克园区夜游与交流', 'Evening Walk and Conversation at the Olympic Park']),
    abstract: text([
      '参会者在会场周边步行交流。因天气原因取消，已报名者可改报科学与音乐之夜。',
      'Participants were to walk and talk in the park beside the venue. Cancelled because of the weather; those registered may join the Evening of Science and Music instead.',
    ]),
    topic: null,
    fields: ['education'],
    access: 'registered',
    capacity: 120,
    room: null,
    startsAt,
    endsAt: '2022-11-29T12:00:00Z',
    interpretation: [],
    streamed: false,
    people: [],
    sessions: [
      {
        ...structuredClone(like.sessions.at(-1)!),
        id: idOf('session', `${slug} 1`),
        guid: idOf('session guid', `${slug} 1`),
        number: Math.max(...numbers) + 1,
        slug: 'walk',
        kind: 'other',
        title: text(['步行交流', 'The walk']),
        abstract: null,
        startsAt,
        endsAt: '2022-11-29T12:00:00Z',
        people: [],
        cancelled: number >= 5,
      },
    ],
  };
}

const find = (content: EditionContent, slug: string): Activity => content.activities.find((activity) => activity.slug === slug)!;

/** Before the last evening: one start earlier, one speaker not yet confirmed, one title still a working one. */
function undoLast(content: EditionContent): void {
  shift(find(content, 'open-challenges-call'), -30);
  withoutSpeaker(talkOf(content, 'quantum-information-forum', 1));
  const steel = talkOf(content, 'green-steel-forum', 2);
  steel.title = text(['废钢的质量问题（暂定题目）', 'The quality of scrap (working title)']);
  find(content, 'application-scenarios-release').access = 'invited';
  find(content, 'women-in-science-innovation-forum').streamed = false;
}

/** Before the fifth version: another room, a speaker who has since been replaced. */
function undoFifth(content: EditionContent): void {
  const drugs = find(content, 'drug-discovery-forum');
  drugs.room = anotherRoom(content, drugs);
  replaceSpeaker(talkOf(content, 'energy-security-forum', 3), find(content, 'contest-grand-final').people.at(-1)!.person);
  shift(find(content, 'culture-and-technology-forum'), -30);
}

/** Before the fourth: another room and fewer interpreted sessions. */
function undoFourth(content: EditionContent): void {
  const law = find(content, 'intellectual-property-forum');
  law.room = anotherRoom(content, law);
  find(content, 'young-scientists-forum').interpretation = [];
  talkOf(content, 'trustworthy-ai-forum', 1).title = text(['大模型的评测方法（暂定题目）', 'Evaluating large models (working title)']);
}

/** The n-th keynote or talk of a forum. */
const talkOf = (content: EditionContent, slug: string, at: number): Session =>
  find(content, slug).sessions.filter(({ kind }) => kind === 'keynote' || kind === 'talk')[at]!;

function withoutSpeaker(session: Session): void {
  session.people = [];
}

function replaceSpeaker(session: Session, person: Uuid): void {
  session.people = [{ person, role: 'speaker' }];
}

function shift(activity: Activity, minutes: number): void {
  const by = (at: Instant) => iso(Date.parse(at) + minutes * 60_000);
  activity.startsAt = by(activity.startsAt!);
  activity.endsAt = by(activity.endsAt!);
  for (const session of activity.sessions) Object.assign(session, { startsAt: by(session.startsAt), endsAt: by(session.endsAt) });
}

/** A room that is large enough and free for as long as the activity lasts. */
function anotherRoom(content: EditionContent, activity: Activity): Uuid {
  const busy = new Set(
    content.activities
      .filter((other) => other.startsAt && other.endsAt && other.startsAt < activity.endsAt! && activity.startsAt! < other.endsAt)
      .map((other) => other.room),
  );
  const parents = new Map(content.places.map((place) => [place.id, place.parent]));
  const siteOf = (id: Uuid): Uuid => (parents.get(id) ? siteOf(parents.get(id)!) : id);
  const room = content.places.find(
    (place) =>
      place.kind === 'room' &&
      !place.parallel &&
      place.capacity! >= activity.capacity! &&
      !busy.has(place.id) &&
      siteOf(place.id) === siteOf(activity.room!),
  );
  if (!room) throw new Error(`no other room for ${activity.slug}`);
  return room.id;
}

function backToSeptember(content: EditionContent, postponed: boolean): void {
  const { edition } = content;
  edition.dateChanges = postponed ? edition.dateChanges.slice(0, 1) : [];
  edition.startsOn = postponed ? null : '2022-09-22';
  edition.endsOn = postponed ? null : '2022-09-27';
  edition.status = 'announced';
  for (const activity of content.activities) {
    if (activity.kind === 'year-round') continue;
    const zone = zoneOf(content, activity);
    const back = (at: Instant) => moved(at, -MOVED_BY_DAYS, zone);
    activity.startsAt = back(activity.startsAt!);
    activity.endsAt = back(activity.endsAt!);
    for (const session of activity.sessions) Object.assign(session, { startsAt: back(session.startsAt), endsAt: back(session.endsAt) });
    activity.firstPlannedStartsAt = null;
    if (postponed) activity.state = 'postponed';
  }
}

/** The same hour on the wall, days earlier or later. */
function moved(at: Instant, days: number, zone: string): Instant {
  const there = Date.parse(at);
  const then = there + days * DAY;
  return iso(then + offsetOf(there, zone) - offsetOf(then, zone));
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetOf(at: number, zone: string): number {
  let format = offsets.get(zone);
  if (!format) offsets.set(zone, (format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })));
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name)!;
  return hours ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
}

function zoneOf(content: EditionContent, activity: Activity): string {
  const places = new Map(content.places.map((place) => [place.id, place]));
  for (let at = activity.room ? places.get(activity.room) : undefined; at; at = at.parent ? places.get(at.parent) : undefined) {
    if (at.timeZone) return at.timeZone;
  }
  return content.edition.timeZone;
}

const iso = (at: number): Instant => new Date(at).toISOString().replace('.000Z', 'Z');

/** People and results are in a version as far as its activities name them. */
function keepThoseWhoAppear(content: EditionContent): void {
  const seen = new Set<Uuid>();
  for (const activity of content.activities) {
    for (const { person } of [...activity.people, ...activity.sessions.flatMap((session) => session.people)]) seen.add(person);
  }
  content.people = content.people.filter((person: Person) => seen.has(person.id));
  const activities = new Set(content.activities.map(({ id }) => id));
  for (const result of content.results) result.steps = result.steps.filter(({ activity }) => activity === null || activities.has(activity));
}
