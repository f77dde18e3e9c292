/** Facts as the read interface tells them: every figure with its definition, the edition before, and the rows it counts. */
import { z } from 'zod';
import { PAGE_LANGUAGES, type PageLanguage } from '#registry/text.ts';
import { type Fact, FACT_KEYS } from './model.ts';
import { pressSheet } from './press-sheet.ts';
import { definitionOf, factName } from './words.ts';

const inAll = <Shape extends z.ZodType>(shape: Shape) => z.object({ zh: shape, en: shape });
const precision = z.enum(['exactly', 'over', 'nearly']);

export const factsAnswer = z
  .object({
    edition: z.string(),
    version: z.int().describe('The programme version that was counted'),
    asOf: z.string().describe('When that version was published'),
    comparedWith: z.string().nullable().describe('The edition before'),
    planned: z.boolean().describe('The edition has no dates at present: what is put off together with it is planned, and counts'),
    facts: z.array(
      z.object({
        key: z.enum(FACT_KEYS),
        name: inAll(z.string()),
        definition: inAll(z.string()).describe('What counts and what does not'),
        value: z.int(),
        before: z.object({ value: z.number(), precision }).nullable().describe('The same figure of the edition before'),
        rows: z.array(z.object({ id: z.string(), name: z.record(z.string(), z.string()), url: z.string().nullable() })),
      }),
    ),
    pressSheet: inAll(z.array(z.object({ facts: z.array(z.enum(FACT_KEYS)), text: z.string() }))),
  })
  .meta({ id: 'Facts' });

export const factsOperation = {
  path: '/editions/{edition}/facts',
  summary: 'Every public figure, the rows that it counts, and the sentences of the press sheet',
  query: {},
  answer: factsAnswer,
};

export interface FactsTold {
  edition: string;
  number: number;
  publishedAt: string;
  before: { slug: string } | null;
  facts: Fact[];
}

export function presentFacts({ edition, number, publishedAt, before, facts }: FactsTold, publicUrl: string): z.output<typeof factsAnswer> {
  const each = <Value>(say: (language: PageLanguage) => Value) =>
    Object.fromEntries(PAGE_LANGUAGES.map((language) => [language, say(language)])) as Record<PageLanguage, Value>;
  const base = (path: string | null) => path && `${publicUrl}/${PAGE_LANGUAGES[0]}/${edition}${path}`;
  return {
    edition,
    version: number,
    asOf: publishedAt,
    comparedWith: before?.slug ?? null,
    planned: facts.some(({ planned }) => planned),
    facts: facts.map(({ key, value, planned, before: earlier, rows }) => ({
      key,
      name: each((language) => factName(language)(key)),
      definition: each((language) => definitionOf(language, { key, planned })),
      value,
      before: earlier,
      rows: rows.map(({ id, name, path }) => ({ id, name: name.texts, url: base(path) })),
    })),
    pressSheet: each((language) => pressSheet(facts, language)),
  };
}
