import { takesPlace } from '#registry/takes-place.ts';
import type { EditionSummary, Published } from './house.ts';

/** What lists of editions say of one. */
export function summaryOf({ publication }: Published): EditionSummary {
  const { edition, activities, places } = publication.content;
  const sites = places.filter((place) => place.kind === 'site');
  return {
    id: edition.id,
    slug: edition.slug,
    year: edition.year,
    name: edition.name,
    theme: edition.theme,
    status: edition.status,
    startsOn: edition.startsOn,
    endsOn: edition.endsOn,
    timeZone: edition.timeZone,
    number: publication.number,
    publishedAt: publication.publishedAt,
    activities: activities.filter((activity) => activity.kind !== 'year-round' && takesPlace(edition, activity)).length,
    sites: sites.length,
    countries: new Set(sites.map((site) => site.country).filter(Boolean)).size,
    figures: edition.figures,
    sample: edition.sample,
  };
}
