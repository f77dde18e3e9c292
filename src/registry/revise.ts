import type { Language, Localised } from './text.ts';

/**
 * A text as a person has rewritten it, language by language; `null` where nothing is left. Rewriting the source makes the translations that
 * were not rewritten with it outdated; a translation that a person wrote, or looked through (`approved`), is neither outdated nor a
 * machine's any more.
 */
export function revised(
  before: Localised | null,
  texts: Readonly<Record<Language, string>>,
  approved: readonly Language[] = [],
): Localised | null {
  const merged = { ...before?.texts, ...texts };
  const kept = Object.fromEntries(
    Object.entries(merged)
      .map(([language, text]) => [language, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
  const languages = Object.keys(kept);
  const source = before && kept[before.source] !== undefined ? before.source : languages[0];
  if (source === undefined) return null;
  const touched = (language: Language) => kept[language] !== before?.texts[language];
  const stale = before !== null && before.source === source && touched(source);
  const settled = (language: Language) => touched(language) || approved.includes(language);
  const translations = languages.filter((language) => language !== source);
  const machine = translations.filter((language) => before?.machine?.includes(language) && !settled(language));
  const outdated = translations.filter((language) => (stale || before?.outdated?.includes(language)) && !settled(language));
  return {
    source,
    texts: kept,
    ...(machine.length > 0 ? { machine } : {}),
    ...(outdated.length > 0 ? { outdated } : {}),
  };
}

export type TranslationState = 'missing' | 'outdated' | 'machine' | 'there';

/** How the text stands in a language. */
export function translationState(text: Localised | null, language: Language): TranslationState {
  if (!text?.texts[language]) return 'missing';
  if (text.outdated?.includes(language)) return 'outdated';
  return text.machine?.includes(language) ? 'machine' : 'there';
}
