import { error } from '@sveltejs/kit';
import { chainOf, inRoles, linksOf } from '#boards/programme/pages/activity-page.ts';
import { dataBlock, sessionData } from '#boards/programme/formats/json-ld.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { published, language } = await event.parent();
  const { index } = published.value;
  const activity = index.activityBySlug.get(event.params.activity) ?? error(404, 'activity');
  const inOrder = activity.sessions.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.number - b.number);
  const session = inOrder.find(({ slug }) => slug === event.params.session) ?? error(404, 'session');
  const pages = inOrder.filter((one) => one.kind !== 'break' || one === session);
  const at = pages.indexOf(session);
  const room = session.room ?? activity.room;
  return {
    page: held({
      activity,
      session,
      room,
      zone: (room && index.pathOf(room).find((place) => place.timeZone)?.timeZone) || index.zoneOf(activity),
      people: inRoles(index, session.people),
      results: session.results.flatMap((id) => index.result.get(id) ?? []).map((result) => ({ result, chain: chainOf(result, activity) })),
      links: linksOf(session),
      before: pages[at - 1] ?? null,
      after: pages[at + 1] ?? null,
      block: dataBlock(sessionData({ index, language, publicUrl: houseOf(event).publicUrl }, activity, session)),
    }),
  };
};
