import { actorTold, changesTold, type Telling } from '#boards/audit/telling.ts';
import { activityHistory } from '#boards/programme/hosting/history/views.server.ts';
import { trailWord } from '#ui/desk/trail-words.ts';
import { shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity, entries, names } = await shown(event, activityHistory, event.params);
  const language = event.params.lang;
  const telling: Telling = { language, timeZone: activity.zone, names, word: trailWord(language) };
  return {
    zone: activity.zone,
    entries: entries.map(({ before, after, actor, ...entry }) => ({
      ...entry,
      who: actorTold(actor, telling),
      changes: changesTold(before, after, telling),
    })),
  };
};
