/** The sample series: the editions to start with, the same each time they are made. */
import type { Edition, EditionContent } from '../src/boards/programme/content.ts';
import { finalContent2022 } from './history-2022.ts';
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
  finalContent2022(),
];

export { sampleHistory2022 } from './history-2022.ts';
