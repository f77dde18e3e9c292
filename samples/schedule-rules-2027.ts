/**
 * What the schedule of the edition in preparation has to keep to: rooms that are closed, a booth that is missing, people who cannot come, and
 * the cities that what waits belongs to. Sample data.
 */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { EditionContent, Uuid } from '../src/boards/programme/content.ts';
import { writePlaceRules } from '../src/boards/programme/schedule/store.server.ts';
import { finalContent2022 } from './history-2022.ts';
import { idOf } from './identity.ts';
import { placeId } from './places.ts';

const CLOSURES = [
  // The culture and technology forum would be there that afternoon.
  ['silo-theatre', '2027-04-19T05:00:00Z', '2027-04-19T10:00:00Z', '舞台灯光检修（示例） · Stage lighting check (sample)'],
  ['crane-studio', '2027-04-16T00:00:00Z', '2027-04-18T16:00:00Z', '布展（示例） · Building up the show (sample)'],
] as const;

/** Rooms whose own booth is out of use. */
const BOOTHS = [['room-402', 0]] as const;

/** Somebody of an activity, away over its hours; and one who is away before anything begins. */
const ABSENCES = [
  [
    'brain-science-and-ageing-forum',
    '2027-04-18T00:00:00Z',
    '2027-04-18T06:00:00Z',
    '航班当日下午抵达（示例） · Lands that afternoon (sample)',
  ],
  ['hydrogen-forum', '2027-04-10T00:00:00Z', '2027-04-15T16:00:00Z', '出访（示例） · Travelling (sample)'],
] as const;

export async function loadScheduleRules(tx: Transaction<DB>, content: EditionContent): Promise<void> {
  const { edition, activities } = content;
  const places = new Set([...CLOSURES, ...BOOTHS].map(([place]) => place));
  for (const place of places) {
    await writePlaceRules(tx, edition.id, placeId(place), {
      hours: [],
      closures: CLOSURES.filter(([one]) => one === place).map(([, from, to, reason]) => ({ id: randomUUID(), from, to, reason })),
      stock: BOOTHS.filter(([one]) => one === place).map(([, count]) => ({ equipment: 'interpretation', count })),
    });
  }
  for (const [slug, starts_at, ends_at, note] of ABSENCES) {
    const activity = activities.find((one) => one.slug === slug)!;
    const person = activity.sessions.flatMap(({ people }) => people).find(({ role }) => role === 'speaker')!.person;
    await tx
      .insertInto('person_absence')
      .values({ id: idOf('absence', slug), person_id: person, starts_at, ends_at, note })
      .execute();
  }
  // What waits was held somewhere the year before, and belongs there again.
  const sites = new Map(finalContent2022().activities.map(({ slug, room }) => [slug, room && siteOf(content, room)]));
  for (const { id, slug, room } of activities) {
    const site = sites.get(slug);
    if (room === null && site) await tx.updateTable('activity').set({ site_id: site }).where('id', '=', id).execute();
  }
}

function siteOf({ places }: EditionContent, room: Uuid): Uuid | null {
  let at = places.find(({ id }) => id === room);
  while (at && at.kind !== 'site') at = places.find(({ id }) => id === at!.parent);
  return at?.id ?? null;
}
