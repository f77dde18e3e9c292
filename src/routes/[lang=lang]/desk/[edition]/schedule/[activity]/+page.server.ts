import { openClashes } from '#boards/programme/schedule/clashes.ts';
import { hoursAt } from '#boards/programme/schedule/editor/axis.ts';
import { arrange, lockActivities, placeSession, setSite } from '#boards/programme/schedule/placing/actions.server.ts';
import { placedNow } from '#boards/programme/schedule/placing/views.server.ts';
import { schedule } from '#boards/programme/schedule/views.server.ts';
import { error } from '@sveltejs/kit';
import { form, shown, type Visit } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** One activity, to be placed by a form. */
export const load: PageServerLoad = async (event) => {
  const { edition, activity } = event.params;
  const { desk, editable } = await shown(event, schedule, { edition });
  const { placed } = await shown(event, placedNow, { edition, activities: activity });
  const [one] = placed;
  if (!one) error(404, 'not found');
  const index = openClashes(desk);
  const clashes = index.of(activity);
  const concerned = new Set([activity, ...clashes.flatMap(({ activities }) => activities)]);
  return {
    placed: one,
    editable,
    clashes,
    schedule: { ...desk, activities: desk.activities.filter(({ id }) => concerned.has(id)) },
  };
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** A room's option is its id and its zone, so that its own clock is meant. */
const roomOf = (value: unknown) => {
  const [room, zone] = text(value).split(' ');
  return { room: room || null, zone: zone || 'UTC' };
};
function hoursOf(day: unknown, start: unknown, minutes: unknown, zone: string) {
  const [hour, minute] = text(start).split(':').map(Number);
  try {
    return hoursAt(text(day), hour! * 60 + minute!, Number(minutes) * 60_000, zone);
  } catch {
    // No such day, hour or zone: the verb says so.
    return { startsAt: '', endsAt: '' };
  }
}
const of = (visit: Visit) => visit.params as { edition: string; activity: string; lang: string };
const back = (_: unknown, visit: Visit) => `${visit.url.pathname}?saved`;

export const actions: Actions = {
  place: form(arrange, {
    input: (visit, { version, day, start, minutes, room: chosen, keep }) => {
      const { edition, activity } = of(visit);
      const { room, zone } = roomOf(chosen);
      const to = { room, hours: text(day) === '' ? null : hoursOf(day, start, minutes, zone) };
      return { edition, arrangements: [{ activity, version: Number(version), to, sessions: keep ? 'stay' : 'along' }] };
    },
    then: back,
  }),
  out: form(arrange, {
    input: (visit, { version }) => {
      const { edition, activity } = of(visit);
      return { edition, arrangements: [{ activity, version: Number(version), to: { room: null, hours: null } }] };
    },
    then: back,
  }),
  lock: form(lockActivities, {
    input: (visit, { version, locked }) => {
      const { edition, activity } = of(visit);
      return { edition, activities: [{ activity, version: Number(version) }], locked: locked === 'true' };
    },
    then: back,
  }),
  site: form(setSite, {
    input: (visit, { version, site }) => ({ ...of(visit), version: Number(version), site: text(site) }),
    then: back,
  }),
  session: form(placeSession, {
    input: (visit, { version, session, day, start, minutes, room: chosen }) => {
      const { edition, activity } = of(visit);
      const { room, zone } = roomOf(chosen);
      return { edition, activity, version: Number(version), session, room, hours: hoursOf(day, start, minutes, zone) };
    },
    then: back,
  }),
};
