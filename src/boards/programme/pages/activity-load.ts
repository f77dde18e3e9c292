/** Everything that the page of an activity is given, from the publication it is read in. */
import type { PageLanguage } from '#registry/text.ts';
import { activityData, dataBlock } from '../formats/json-ld.ts';
import type { House, Published } from '../house.ts';
import { agendaOf, hostsOf, inRoles, linksOf, neighboursOf, resultsOf } from './activity-page.ts';
import { earlierStarts, historyOf } from './history.ts';

/** `null` where the publication has no activity of that slug. */
export async function loadActivity(
  house: Pick<House, 'version' | 'publicUrl'>,
  { publication, index }: Published,
  language: PageLanguage,
  slug: string,
) {
  const activity = index.activityBySlug.get(slug);
  if (!activity) return null;
  const history = await historyOf(house, publication, activity.id);
  return {
    activity,
    agenda: agendaOf(index, activity),
    hosts: hostsOf(index, activity),
    people: inRoles(index, activity.people),
    results: resultsOf(index, activity),
    links: linksOf(activity),
    neighbours: neighboursOf(index, activity),
    history,
    block: dataBlock(activityData({ index, language, publicUrl: house.publicUrl }, activity, earlierStarts(history))),
  };
}
