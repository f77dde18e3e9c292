/** The sample series: the editions to start with, the same each time they are made. */
import type { Edition, EditionContent, Instant } from '../src/boards/programme/content.ts';
import { content2022 } from './edition-2022.ts';
import { edition2007, edition2019, edition2020, edition2021, series } from './facts.ts';
import { beijing } from './places.ts';

/** An edition of which only the facts are told: what was held is in its figures, not in a programme. */
const told = (edition: Edition): EditionContent => ({
  series: series(),
  edition,
  places: [beijing()],
  travel: [],
  organisations: [],
  people: [],
  focuses: [],
  topics: [],
  fields: [],
  activities: [],
  results: [],
});

/** Oldest first. */
export const sampleEditions = (): EditionContent[] => [
  told(edition2007()),
  told(edition2019()),
  told(edition2020()),
  told(edition2021()),
  content2022(),
];

/** The published versions of 2022, oldest first; the last is the edition as `sampleEditions` has it. */
export const sampleHistory2022 = (): { content: EditionContent; publishedAt: Instant }[] => [
  { content: content2022(), publishedAt: '2022-11-24T10:00:00Z' },
];
