/** What a search address asks for; whatever is malformed falls back to the plain question. */
import type { PageLanguage } from '#registry/text.ts';
import { HIT_TYPES, type SearchHit, type SearchQuery } from '../house.ts';

export const HITS_ON_A_PAGE = 20;
const LAST_PAGE = 500;

export interface SearchRequest {
  text: string;
  edition: string | null;
  type: SearchHit['type'] | null;
  page: number;
}

/** `editions` are the slugs there are. Control characters are no words. */
export function searchRequest(parameters: URLSearchParams, editions: readonly string[]): SearchRequest {
  const page = parameters.get('page') ?? '';
  const edition = parameters.get('edition');
  const type = parameters.get('type');
  return {
    text: (parameters.get('q') ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .toWellFormed()
      .trim()
      .slice(0, 200),
    edition: edition !== null && editions.includes(edition) ? edition : null,
    type: HIT_TYPES.find((one) => one === type) ?? null,
    page: /^[1-9]\d{0,3}$/.test(page) ? Math.min(Number(page), LAST_PAGE) : 1,
  };
}

export const queryFor = ({ text, edition, type, page }: SearchRequest, language: PageLanguage): SearchQuery => ({
  text,
  language,
  edition,
  type,
  limit: HITS_ON_A_PAGE,
  offset: (page - 1) * HITS_ON_A_PAGE,
});

/** The address of a search, with some of it changed; a change goes back to the first page. */
export function searchHref(request: SearchRequest, change: Partial<SearchRequest>): string {
  const { text, edition, type, page } = { ...request, page: 1, ...change };
  const parameters = new URLSearchParams();
  if (text) parameters.set('q', text);
  if (edition) parameters.set('edition', edition);
  if (type) parameters.set('type', type);
  if (page > 1) parameters.set('page', String(page));
  return `?${parameters}`;
}
