import { jsonResponse, preflight, problemResponse } from '#boards/programme/formats/response.ts';
import { pressSheet } from '#boards/facts/press-sheet.ts';
import { factDefinition, factName } from '#boards/facts/words.ts';
import { PAGE_LANGUAGES } from '#registry/text.ts';
import { factsAsOf } from '#ui/facts.server.ts';
import type { RequestHandler } from './$types';

/** Every figure with its definition, the edition before, and the rows it counts; and the sentences of the press sheet. */
export const GET: RequestHandler = async ({ platform, params }) => {
  const { house } = platform!;
  const published = await house.current(params.edition);
  if (!published) return problemResponse(404, 'Not found', 'Nothing is published at this address.');
  const { facts, number, publishedAt, before } = await factsAsOf(house, published);
  const inAll = (say: (language: (typeof PAGE_LANGUAGES)[number]) => unknown) =>
    Object.fromEntries(PAGE_LANGUAGES.map((language) => [language, say(language)]));
  const base = (path: string | null) => path && `${house.publicUrl}/${PAGE_LANGUAGES[0]}/${params.edition}${path}`;
  return jsonResponse(
    {
      edition: params.edition,
      version: number,
      asOf: publishedAt,
      comparedWith: before?.slug ?? null,
      facts: facts.map(({ key, value, before: earlier, rows }) => ({
        key,
        name: inAll((language) => factName(language)(key)),
        definition: inAll((language) => factDefinition(language)(key)),
        value,
        before: earlier,
        rows: rows.map(({ id, name, path }) => ({ id, name: name.texts, url: base(path) })),
      })),
      pressSheet: inAll((language) => pressSheet(facts, language)),
    },
    publishedAt,
  );
};

export const OPTIONS: RequestHandler = preflight;
