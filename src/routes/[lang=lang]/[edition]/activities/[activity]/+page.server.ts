import { error } from '@sveltejs/kit';
import { agendaOf, hostsOf, inRoles, linksOf, neighboursOf, resultsOf } from '#boards/programme/pages/activity-page.ts';
import { earlierStarts, historyOf } from '#boards/programme/pages/history.ts';
import { activityData, dataBlock } from '#boards/programme/formats/json-ld.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { published, language } = await event.parent();
  const { publication, index } = published.value;
  const activity = index.activityBySlug.get(event.params.activity) ?? error(404, 'activity');
  const house = houseOf(event);
  const history = await historyOf(house, publication, activity.id);
  const block = dataBlock(activityData({ index, language, publicUrl: house.publicUrl }, activity, earlierStarts(history)));
  return {
    page: held({
      activity,
      agenda: agendaOf(index, activity),
      hosts: hostsOf(index, activity),
      people: inRoles(index, activity.people),
      results: resultsOf(index, activity),
      links: linksOf(activity),
      neighbours: neighboursOf(index, activity),
      history,
      block,
    }),
  };
};
