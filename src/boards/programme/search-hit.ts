/** A document that was found, as its reader sees it: in their language where it has it, marked where the words stand. */
import { excerpt, marked, termsFound } from '#platform/search/highlight.ts';
import type { ParsedQuery } from '#platform/search/query.ts';
import { show, type Localised, type PageLanguage } from '#registry/text.ts';
import type { Marked, SearchHit } from './house.ts';

export interface FoundRow extends Pick<SearchHit, 'type' | 'edition' | 'path' | 'startsAt'> {
  texts: { title: Localised; parts: Localised[] };
}

export function shownHit({ texts, ...hit }: FoundRow, query: ParsedQuery, language: PageLanguage): SearchHit {
  const title = show(texts.title, language);
  return {
    ...hit,
    title: { language: title.lang, pieces: marked(title.text, query) },
    excerpt: bestExcerpt(texts, query, language, title.lang),
  };
}

/** From the text that holds most of the words; the reader's language first, then the order of the parts, then the title in another language. */
function bestExcerpt({ title, parts }: FoundRow['texts'], query: ParsedQuery, language: PageLanguage, shown: string): Marked {
  let best: { text: string; lang: string; found: number } | undefined;
  const consider = (text: string, lang: string) => {
    const found = termsFound(text, query);
    if (found > (best?.found ?? 0)) best = { text, lang, found };
  };
  const others = (text: Localised) => Object.entries(text.texts).filter(([lang]) => lang !== language);
  for (const part of parts) if (part.texts[language]) consider(part.texts[language], language);
  for (const part of parts) for (const [lang, text] of others(part)) consider(text, lang);
  for (const [lang, text] of Object.entries(title.texts)) if (lang !== shown) consider(text, lang);
  if (best) return { language: best.lang, pieces: excerpt(best.text, query) };
  const first = parts[0] ? show(parts[0], language) : { text: '', lang: language };
  return { language: first.lang, pieces: excerpt(first.text, query) };
}
