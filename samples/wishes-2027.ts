/** What the hosts of the edition in preparation wish: mostly what the year before gave them, sometimes another day or a larger hall. Sample data. */
import type { Activity, EditionContent, Place, PlainDate, Uuid } from '../src/boards/programme/content.ts';
import type { ActivityWishes, Part } from '../src/boards/programme/proposals/wishes.ts';
import { wallClock } from '../src/boards/programme/time.ts';
import { content2027, later } from './edition-2027.ts';
import { finalContent2022 } from './history-2022.ts';
import { chance, type Pair, text } from './identity.ts';

const NOTES: Pair[] = [
  ['希望靠近展厅，便于嘉宾会后参观。', 'Near the exhibition, so that guests can see it afterwards.'],
  ['有部长级嘉宾出席，需要独立通道。', 'Guests of ministerial rank: a separate entrance is needed.'],
  ['希望与同主题论坛错开时间。', 'Not at the same time as the forums of the same topic.'],
  ['海外嘉宾线上参会，请勿安排在上午。', 'Speakers join from overseas: not in the morning, please.'],
];

/** Whoever proposes such a thing is asked what they wish; ceremonies, shows and year-round events are the office's own. */
const ASKED = new Set(['parallel-forum', 'side-event', 'signing', 'exchange', 'release', 'contest-round']);

export function wishes2027(content: EditionContent = content2027()): ActivityWishes[] {
  const held = new Map(finalContent2022().activities.map((activity) => [activity.slug, activity]));
  const byId = new Map(content.places.map((place) => [place.id, place]));
  return content.activities
    .filter(({ kind }) => ASKED.has(kind))
    .flatMap((activity) => {
      const before = held.get(activity.slug);
      return before?.startsAt && before.endsAt && before.room ? [wishesOf(activity, before, content, byId)] : [];
    });
}

function wishesOf(activity: Activity, before: Activity, content: EditionContent, byId: ReadonlyMap<Uuid, Place>): ActivityWishes {
  const random = chance(`wishes ${activity.slug}`);
  const { edition, places } = content;
  const room = byId.get(before.room!)!;
  const venue = upTo(room, 'venue', byId) ?? upTo(room, 'site', byId)!;
  const wall = wallClock(later(before.startsAt!), upTo(room, 'site', byId)?.timeZone ?? edition.timeZone);
  const days = allDays(edition.startsOn!, edition.endsOn!);
  const other = days[1 + random.below(days.length - 1)]!;
  const larger = places.filter(
    (place) =>
      place.kind === 'room' &&
      place.id !== room.id &&
      upTo(place, 'venue', byId) === venue &&
      (place.capacity ?? 0) >= (activity.capacity ?? 0),
  );
  return {
    activity: activity.id,
    minutes: Math.round((Date.parse(before.endsAt!) - Date.parse(before.startsAt!)) / 60_000),
    days: [...new Set([wall.date, ...(random.unit() < 0.5 ? [other] : [])])].sort(),
    avoidedDays: random.unit() < 0.15 ? days.filter((day) => day !== wall.date && day !== other).slice(-1) : [],
    parts: partsAt(wall.time, random.unit()),
    places: [room.id, ...(larger.length > 0 && random.unit() < 0.5 ? [larger[random.below(larger.length)]!.id] : []), venue.id],
    expected: activity.capacity && Math.round((activity.capacity * (0.8 + random.unit() * 0.3)) / 10) * 10,
    layout: random.unit() < 0.75 ? 'theatre' : random.unit() < 0.5 ? 'classroom' : null,
    equipment: ['interpretation', 'recording'].filter((one) =>
      one === 'interpretation' ? activity.interpretation.length > 0 : activity.streamed,
    ),
    interpretation: activity.interpretation,
    streamed: activity.streamed,
    note: random.unit() < 0.15 ? text(NOTES[random.below(NOTES.length)]!) : null,
  };
}

function partsAt(time: string, drawn: number): Part[] {
  if (time >= '18:00') return ['evening'];
  const part: Part = time < '12:00' ? 'morning' : 'afternoon';
  return drawn < 0.25 ? ['morning', 'afternoon'] : [part];
}

function upTo(place: Place, kind: Place['kind'], byId: ReadonlyMap<Uuid, Place>): Place | null {
  if (place.kind === kind) return place;
  const parent = place.parent && byId.get(place.parent);
  return parent ? upTo(parent, kind, byId) : null;
}

function allDays(from: PlainDate, to: PlainDate): PlainDate[] {
  const days = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
