import { noticesAtom } from '#boards/notices/atom.ts';
import { OPEN, preflight } from '#boards/programme/formats/response.ts';
import { isPageLanguage, PAGE_LANGUAGES } from '#registry/text.ts';
import { houseOf, publishedOf } from '#ui/load.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { edition, series } = (await publishedOf(event)).publication.content;
  const asked = event.url.searchParams.get('lang') ?? '';
  const language = isPageLanguage(asked) ? asked : PAGE_LANGUAGES[0];
  const notices = event.platform?.notices?.of(event.params.edition) ?? [];
  const text = noticesAtom({ notices, edition, series, language, publicUrl: houseOf(event).publicUrl });
  return new Response(text, { headers: { ...OPEN, 'content-type': 'application/atom+xml; charset=utf-8' } });
};

export const OPTIONS: RequestHandler = preflight;
