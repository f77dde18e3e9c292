/** Facts of an edition as pages and the interface are given them: counted from what is published, beside the edition before. */
import type { House, Published } from '#boards/programme/house.ts';
import { type Fact, factsOf } from '#boards/facts/model.ts';

export interface FactsAsOf {
  facts: Fact[];
  number: number;
  publishedAt: string;
  /** The edition that the figures are compared with. */
  before: { slug: string; year: number } | null;
}

export async function factsAsOf(house: House, { publication }: Published): Promise<FactsAsOf> {
  const { edition, series } = publication.content;
  const earlier = (await house.editions()).filter((one) => one.year < edition.year);
  for (const summary of earlier) {
    const published = await house.current(summary.slug);
    if (published?.publication.content.series.id !== series.id) continue;
    const before = { slug: summary.slug, year: summary.year };
    return { ...asOf(publication), before, facts: factsOf(publication.content, published.publication.content) };
  }
  return { ...asOf(publication), before: null, facts: factsOf(publication.content, null) };
}

const asOf = ({ number, publishedAt }: Published['publication']) => ({ number, publishedAt });
