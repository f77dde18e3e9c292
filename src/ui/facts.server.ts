/** Facts of an edition as pages and the interface are given them: counted from a content of it, beside the edition before. */
import type { EditionContent } from '#boards/programme/content.ts';
import type { House, Published } from '#boards/programme/house.ts';
import { type Fact, factsOf } from '#boards/facts/model.ts';

export interface FactsBeside {
  facts: Fact[];
  /** The edition that the figures are compared with. */
  before: { slug: string; year: number } | null;
}

export interface FactsAsOf extends FactsBeside {
  number: number;
  publishedAt: string;
}

/** What is published is counted. */
export async function factsAsOf(house: House, { publication }: Published): Promise<FactsAsOf> {
  const { number, publishedAt, content } = publication;
  return { number, publishedAt, ...(await factsBeside(house, content, publishedAt)) };
}

/** Beside the last earlier edition of the series that is published. */
export async function factsBeside(house: House, content: EditionContent, asOf: string): Promise<FactsBeside> {
  const { edition, series } = content;
  for (const { slug, year } of (await house.editions()).filter((one) => one.year < edition.year)) {
    const published = await house.current(slug);
    if (published?.publication.content.series.id !== series.id) continue;
    return { before: { slug, year }, facts: factsOf(content, published.publication.content, asOf) };
  }
  return { before: null, facts: factsOf(content, null, asOf) };
}
