import { programmeBook } from '#boards/programme/book/programme-book.ts';
import { fileResponse, preflight } from '#boards/programme/formats/response.ts';
import { isPageLanguage } from '#registry/text.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ platform, params }) => {
  const published = await platform!.house.current(params.edition);
  if (!published || !isPageLanguage(params.lang)) return fileResponse(null);
  return fileResponse({
    body: Buffer.from(await programmeBook(published, params.lang)),
    type: 'application/pdf',
    name: `programme-${params.edition}-${params.lang}.pdf`,
    lastModified: published.publication.publishedAt,
  });
};

export const OPTIONS: RequestHandler = preflight;
