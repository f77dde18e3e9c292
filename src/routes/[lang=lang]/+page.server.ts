import { stateAt } from './[edition]/front.ts';
import { rangeTold } from '#boards/programme/pages/told.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

/** The series: what it is, the edition that counts now, and all there were. */
export const load: PageServerLoad = async (event) => {
  const house = houseOf(event);
  const [summaries, [series]] = await Promise.all([house.editions(), house.series()]);
  const language = event.params.lang;
  const now = house.now();
  const editions = await Promise.all(
    summaries.map(async (summary) => {
      const published = await house.current(summary.slug);
      const at = published && stateAt(published.index.content, now);
      return {
        summary,
        state: at?.state ?? 'past',
        until: at?.until ?? null,
        about: published?.index.content.edition.about ?? null,
        when: summary.startsOn ? rangeTold(language, summary.startsOn, summary.endsOn) : String(summary.year),
      };
    }),
  );
  const changes = editions.flatMap(({ until }) => (until ? [until.getTime()] : []));
  if (changes.length > 0) event.setHeaders({ 'x-valid-until': new Date(Math.min(...changes)).toISOString() });
  // The one that runs, else the next to come, else the last that was.
  const chosen =
    editions.find(({ state }) => state === 'running') ?? editions.findLast(({ state }) => state === 'coming') ?? editions[0] ?? null;
  return { page: held({ series: series ?? null, editions, chosen }) };
};
