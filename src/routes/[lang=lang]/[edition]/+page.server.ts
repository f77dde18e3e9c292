import type { PlainDate } from '#boards/programme/content.ts';
import { countryName } from '#boards/programme/names.ts';
import { dateTold, dayTold, rangeTold } from '#boards/programme/pages/told.ts';
import { textIn, type PageLanguage } from '#registry/text.ts';
import { askedOf } from '#ui/asked.server.ts';
import { held } from '#ui/held.ts';
import type { PageServerLoad } from './$types';
import { frontOf, stateAt } from './front.ts';
import { frontWords } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const { house, published, language } = await askedOf(event);
  const { content } = published.index;
  const { edition } = content;
  const { state, today, until } = stateAt(content, house.now());
  if (until) event.setHeaders({ 'x-valid-until': until.toISOString() });
  const earlier = (await house.editions()).find(({ year }) => year < edition.year);
  const before = earlier ? await house.current(earlier.slug) : null;
  const front = frontOf(published, before, language, state, today);
  const say = frontWords(language);
  const home = content.places.find((place) => place.kind === 'site' && place.role === 'main');
  return {
    front: held(front),
    said: {
      when: edition.startsOn ? rangeTold(language, edition.startsOn, edition.endsOn) : String(edition.year),
      where:
        front.map && home
          ? say('where', { city: textIn(home.name, language), count: front.map.sites.length, countries: front.map.countries })
          : home
            ? textIn(home.name, language)
            : null,
      firstPlanned: firstPlanned(language, edition.dateChanges[0]?.from, edition.startsOn),
      day:
        front.day &&
        say(state === 'running' ? 'today' : state === 'coming' ? 'firstDay' : 'lookBack', {
          day: dayTold(language, front.day.date, edition.year),
        }),
      changes: edition.dateChanges.map((change) => ({
        line: say(change.from.startsOn ? (change.to.startsOn ? 'movedLine' : 'putOff') : 'dated', {
          on: dateTold(language, change.announcedOn),
          from: change.from.startsOn ? rangeTold(language, change.from.startsOn, change.from.endsOn) : '',
          to: change.to.startsOn ? rangeTold(language, change.to.startsOn, change.to.endsOn) : '',
        }),
        reason: change.reason,
      })),
      milestones: edition.milestones.map(({ date, what }) => ({ date, told: dateTold(language, date), what })),
      countries: Object.fromEntries(
        (front.map?.sites ?? []).map(({ country }) => [country, country ? countryName(language, country) : '']),
      ),
    },
  };
};

/** The dates first planned, without the year where it is the same. */
function firstPlanned(
  language: PageLanguage,
  from: { startsOn: PlainDate | null; endsOn: PlainDate | null } | undefined,
  now: PlainDate | null,
): string | null {
  if (!from?.startsOn || from.startsOn === now) return null;
  const range = rangeTold(language, from.startsOn, from.endsOn);
  const year = from.startsOn.slice(0, 4);
  if (year !== now?.slice(0, 4)) return range;
  return language === 'zh' ? range.replace(`${year}\u5e74`, '') : range.replace(new RegExp(`\\s${year}$`), '');
}
