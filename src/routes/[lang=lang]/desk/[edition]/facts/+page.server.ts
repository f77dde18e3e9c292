import { workingContent } from '#boards/programme/desk/views.server.ts';
import { pressSheet } from '#boards/facts/press-sheet.ts';
import { shown } from '#ui/door.server.ts';
import { factsAsOf, factsBeside } from '#ui/facts.server.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

/** The figures as the public reads them, and as they would be if what is scheduled were published now. */
export const load: PageServerLoad = async (event) => {
  const { edition } = event.params;
  const house = houseOf(event);
  const { content, asOf } = await shown(event, workingContent, { edition });
  const working = await factsBeside(house, content, asOf);
  const current = await house.current(edition);
  const published = current && (await factsAsOf(house, current));
  return {
    before: working.before,
    published: published && { number: published.number, publishedAt: published.publishedAt },
    facts: working.facts.map(({ key, value, planned, before, rows }) => ({
      key,
      planned,
      working: value,
      before,
      published: published?.facts.find((fact) => fact.key === key)?.value ?? null,
      rows: rows.map(({ id, name }) => ({ id, name })),
    })),
    sheets: (['zh', 'en'] as const).map((language) => ({
      language,
      lines: pressSheet((published ?? working).facts, language).map(({ text }) => text),
    })),
  };
};
