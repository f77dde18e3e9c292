/**
 * Localised text: every text the public reads is a map language → text that knows the language it was written in, and for each
 * other language whether a machine made the translation and whether the source has changed since.
 */

/** A BCP 47 language tag in lower case, for example `zh` or `en`. */
export type Language = string;

export interface Localised {
  /** The language the text was written in; always present in `texts`. */
  source: Language;
  texts: Record<Language, string>;
  /** Languages translated by a machine and not yet read by a person. */
  machine?: Language[];
  /** Languages whose translation is older than the source text. */
  outdated?: Language[];
}

/** The languages a page can be read in; the first is the default. */
export const PAGE_LANGUAGES = ['zh', 'en'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];
export const isPageLanguage = (value: string): value is PageLanguage => (PAGE_LANGUAGES as readonly string[]).includes(value);

/** What a reader of `language` is shown: the text, the language it is in, and how far it can be trusted. */
export interface Shown {
  text: string;
  lang: Language;
  /** The reader's language is missing, so this is the source text. */
  untranslated: boolean;
  machine: boolean;
  outdated: boolean;
}

export function show(localised: Localised, language: Language): Shown {
  const own = localised.texts[language];
  if (own !== undefined && own !== '') {
    return {
      text: own,
      lang: language,
      untranslated: false,
      machine: localised.machine?.includes(language) ?? false,
      outdated: localised.outdated?.includes(language) ?? false,
    };
  }
  return {
    text: localised.texts[localised.source] ?? '',
    lang: localised.source,
    untranslated: localised.source !== language,
    machine: false,
    outdated: false,
  };
}

/** The bare text for `language`, or the source's; `''` for no text at all. */
export const textIn = (localised: Localised | null | undefined, language: Language): string =>
  localised ? show(localised, language).text : '';

/** A text written in one language only. */
export const onlyIn = (language: Language, text: string): Localised => ({ source: language, texts: { [language]: text } });

/** A text written in Chinese and translated into English by a person. */
export const both = (zh: string, en: string): Localised => ({ source: 'zh', texts: { zh, en } });

const HAN = /\p{Script=Han}/u;

/**
 * A name that somebody gave themselves, as a page of `language` shows it. Whoever is known by two names gives both, `张三 / Zhang San`;
 * everything else stands as it was given.
 */
export function nameIn(name: string, language: Language): string {
  const [one, two, ...more] = name.split(/\s+\/\s+|\s*／\s*/);
  if (!one || !two || more.length > 0 || HAN.test(one) === HAN.test(two)) return name;
  return HAN.test(one) === (language === 'zh') ? one : two;
}
