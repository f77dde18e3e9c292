/** An edition made for a file that is imported into none: what the file says of its conference, and nothing else. */
import { localDate } from '../time.ts';
import { onlyIn } from '#registry/text.ts';
import type { EditionContent, Series } from '../content.ts';
import { derivedUuid } from '../formats/uuid.ts';
import { isPlainSlug } from './plain-slug.ts';
import { languageCode, zoneOfOffsets } from './codes.ts';
import type { Imported, Remark } from './imported.ts';
import { isZone, readDay } from './moments.ts';
import { slugOf } from './slugs.ts';

const SPACE = '7d2f9c04-3a6e-8b1d-a5c8-91e4f06b27d3';

/** Slug and name of the series that a conference is one of: those of the conference without its year. */
export function seriesOf(file: Imported, edition: string): { slug: string; name: string } {
  const title = file.conference.title ?? edition;
  const acronym = slugOf(file.conference.acronym ?? '');
  const stem = acronym.endsWith(`-${edition}`) ? acronym.slice(0, -edition.length - 1) : acronym;
  const slug = (stem || slugOf(title)).replace(/-?(19|20)\d{2}$/, '').replace(/^(19|20)\d{2}-?/, '');
  const name = title.replace(/\s*\b(19|20)\d{2}\b\s*/, ' ').trim();
  return { slug: isPlainSlug(slug) && slug.length > 1 ? slug : 'imported', name: name || title };
}

/** `now` decides only whether the edition is over. */
export function freshContent(
  file: Imported,
  slug: string,
  series: Series | null,
  now: string,
  zone: string | null,
  remarks: Remark[],
): EditionContent {
  const { conference, events } = file;
  const languages = languagesOf(file);
  const timeZone = zone ?? conference.timeZone ?? zoneOf(file, remarks);
  const days = events.flatMap((event) => (event.startsAt ? localDate(event.startsAt, timeZone) : [])).sort();
  const startsOn = dayIn(conference.start, timeZone) ?? days[0] ?? null;
  const last = dayIn(conference.end, timeZone) ?? days.at(-1) ?? null;
  const endsOn = startsOn === null ? null : last !== null && last >= startsOn ? last : startsOn;
  const { slug: seriesSlug, name } = seriesOf(file, slug);
  const year = Number(/\b(19|20)\d{2}\b/.exec(slug)?.[0] ?? startsOn?.slice(0, 4) ?? now.slice(0, 4));
  const id = derivedUuid(SPACE, `edition ${slug}`);
  return {
    series: series ?? {
      id: derivedUuid(SPACE, `series ${seriesSlug}`),
      slug: seriesSlug,
      name: onlyIn(languages[0]!, name),
      theme: null,
      about: null,
      founded: null,
      sample: false,
    },
    edition: {
      id,
      slug,
      year,
      name: onlyIn(languages[0]!, conference.title ?? slug),
      theme: null,
      about: null,
      status: endsOn !== null && endsOn < now.slice(0, 10) ? 'closed' : 'announced',
      languages,
      timeZone,
      startsOn,
      endsOn,
      dateChanges: [],
      figures: [],
      milestones: [],
      hosts: [],
      sample: false,
    },
    places: [],
    travel: [],
    organisations: [],
    people: [],
    focuses: [],
    topics: [],
    fields: [],
    activities: [],
    results: [],
  };
}

const dayIn = (text: string | null, zone: string): string | null => {
  const day = readDay(text);
  // An instant with an offset is a day only in a zone.
  return day && text && /[T ]\d.*(Z|[+-]\d{2}:?\d{2})$/.test(text.trim()) && !Number.isNaN(Date.parse(text))
    ? localDate(new Date(text).toISOString(), zone)
    : day;
};

/** The file's own language first, then those spoken, the most frequent first. */
function languagesOf(file: Imported): string[] {
  if (file.own && file.language) return [...new Set([...file.conference.languages, file.language])];
  const counts = new Map<string, number>();
  for (const event of file.events) {
    for (const code of event.languages ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const spoken = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
  const all = [...new Set([...file.conference.languages, ...spoken])].filter((code) => languageCode(code));
  return all.length > 0 ? all.slice(0, 6) : [hasHan(file) ? 'zh' : 'en'];
}

const hasHan = (file: Imported): boolean => {
  const titles = file.events.slice(0, 200).map(({ title }) => Object.values(title)[0] ?? '');
  return titles.filter((title) => /\p{Script=Han}/u.test(title)).length * 2 > titles.length;
};

function zoneOf(file: Imported, remarks: Remark[]): string {
  const offsets = file.rooms.flatMap((room) => room.offsets);
  const zone = offsets.length > 0 ? (zoneOfOffsets('UTC', offsets) ?? 'UTC') : 'UTC';
  remarks.push({
    level: 'guess',
    line: null,
    code: 'zone',
    text: `the edition’s time zone is taken to be ${zone}; --time-zone says another`,
  });
  return isZone(zone) ? zone : 'UTC';
}
