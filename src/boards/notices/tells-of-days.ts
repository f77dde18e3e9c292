/** Whether a notice would no longer be right once the edition has other days: by its hours, those of its roads, or its words. */
import { dayAt } from '#registry/days.ts';
import type { Issued } from './model.ts';

interface Days {
  startsOn: string;
  endsOn: string;
}

const DAY = 86_400_000;

/** `hours`: it holds or binds on one of the days; `text`: it names one of them. */
export function tellsOfDays(
  { title, body, validFrom, validUntil, roads }: Pick<Issued, 'title' | 'body' | 'validFrom' | 'validUntil' | 'roads'>,
  days: Days,
  timeZone: string,
): 'hours' | 'text' | null {
  const moments = [validFrom, validUntil, ...(roads?.features ?? []).flatMap(({ properties }) => [properties.startsAt, properties.endsAt])];
  const within = (moment: string | null): boolean => {
    const day = moment && dayAt(moment, timeZone);
    return day !== null && day >= days.startsOn && day <= days.endsOn;
  };
  if (moments.some(within)) return 'hours';
  const texts = [title, body].flatMap((text) => Object.values(text.texts));
  return texts.some((text) => namesOf(days).test(text)) ? 'text' : null;
}

/** Each of the days as people write it: 4月16日, 16 April, April 16, 2027-04-16; of a range of days one end is written out in full. */
function namesOf({ startsOn, endsOn }: Days): RegExp {
  const names: string[] = [];
  for (let at = Date.parse(startsOn); at <= Date.parse(endsOn); at += DAY) {
    const date = new Date(at);
    const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
    const english = date.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
    names.push(`${month}月${day}日`, `${day}(?:st|nd|rd|th)? ${english}`, `${english} ${day}`, date.toISOString().slice(0, 10));
  }
  return new RegExp(String.raw`(?<!\d)(?:${names.join('|')})(?!\d)`, 'i');
}
