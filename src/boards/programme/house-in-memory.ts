/** A house whose publications were made in memory: for previews of pages and for tests. Nothing is stored. */
import type { EditionContent, Instant } from './content.ts';
import type { EditionSummary, House, Published } from './house.ts';
import { indexOf } from './index-of.ts';
import { summaryOf } from './summary.ts';
import { nextPublication } from './versions.ts';

/** `history` holds the versions of editions, oldest first within each. */
export function houseInMemory(history: { content: EditionContent; publishedAt: Instant }[], options: Partial<House> = {}): House {
  const versions = new Map<string, Published[]>();
  for (const { content, publishedAt } of history) {
    const slug = content.edition.slug;
    const list = versions.get(slug) ?? [];
    versions.set(slug, list);
    const publication = nextPublication(list.at(-1)?.publication ?? null, content, publishedAt, `${slug}-${list.length + 1}`);
    list.push({ publication, index: indexOf(publication.content) });
  }
  const current = (slug: string): Published | null => versions.get(slug)?.at(-1) ?? null;
  return {
    publicUrl: 'http://127.0.0.1',
    mode: 'demo',
    series: async () => [
      ...new Map(
        [...versions.values()]
          .flatMap((list) => list.slice(-1))
          .map((one) => [one.publication.content.series.id, one.publication.content.series]),
      ).values(),
    ],
    editions: async () =>
      [...versions.keys()]
        .map((slug) => summaryOf(current(slug)!))
        .sort((a: EditionSummary, b: EditionSummary) => b.year - a.year || a.slug.localeCompare(b.slug)),
    current: async (slug) => current(slug),
    version: async (slug, number) => versions.get(slug)?.[number - 1] ?? null,
    versions: async (slug) =>
      (versions.get(slug) ?? [])
        .map(({ publication }) => ({
          number: publication.number,
          publishedAt: publication.publishedAt,
          activities: publication.content.activities.length,
          changes: publication.changes.length,
        }))
        .reverse(),
    search: async () => ({ total: 0, hits: [], byType: {}, corrected: null }),
    now: () => new Date(),
    ...options,
  };
}
