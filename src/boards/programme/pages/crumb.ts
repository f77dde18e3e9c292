import { documentLanguage } from '#ui/language.ts';
import { show, type Localised, type PageLanguage } from '#registry/text.ts';

/** A step of the way to a page that is called by a localised name; says the name's language where it is not the reader's. */
export function crumb(name: Localised, language: PageLanguage, href?: string): { text: string; href?: string; lang?: string } {
  const { text, lang } = show(name, language);
  return { text, ...(href === undefined ? {} : { href }), ...(lang === language ? {} : { lang: documentLanguage(lang) }) };
}
