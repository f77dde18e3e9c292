import { isPageLanguage, PAGE_LANGUAGES, type Language, type PageLanguage } from '#registry/text.ts';

/** The tag for `lang` attributes: Chinese pages are written in simplified characters. */
export const documentLanguage = (language: Language): string => (language === 'zh' ? 'zh-Hans' : language);

export const otherLanguage = (language: PageLanguage): PageLanguage => (language === 'zh' ? 'en' : 'zh');

/** Each language's name for itself. */
export const OWN_NAME: Record<PageLanguage, string> = { zh: '\u4e2d\u6587', en: 'English' };

/** The same page in another language: only the first part of the address differs. */
export const inLanguage = (pathname: string, language: PageLanguage): string => pathname.replace(/^\/(zh|en)(?=\/|$)/, `/${language}`);

/** The page language that an `Accept-Language` header likes best; the first of ours where it likes none. */
export function preferredLanguage(accepted: string | null): PageLanguage {
  const wishes = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = Number(
        parameters
          .find((parameter) => parameter.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: tag.split('-')[0] ?? '', quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ language, quality }) => quality > 0 && isPageLanguage(language))
    .sort((a, b) => b.quality - a.quality);
  return (wishes[0]?.language as PageLanguage | undefined) ?? PAGE_LANGUAGES[0];
}
