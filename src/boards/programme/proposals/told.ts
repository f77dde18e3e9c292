import { textIn, type PageLanguage } from '#registry/text.ts';
import type { Category } from '../content.ts';
import type { Quota } from './call.ts';
import { quotaOfName } from './words.ts';

/** Which quotas, in words. */
export const quotaTold = (
  quotas: readonly Quota[],
  { focusList, topicList }: { focusList: readonly Category[]; topicList: readonly Category[] },
  language: PageLanguage,
): string =>
  quotas
    .map(({ of, category, places }) => {
      const named = [...focusList, ...topicList].find(({ id }) => id === category);
      return `${named ? textIn(named.name, language) : quotaOfName(language)(of)} ${places}`;
    })
    .join(language === 'zh' ? '、' : ', ');
