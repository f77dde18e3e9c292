/** What the notice of a move says where nobody writes another. */
import type { Days } from '#registry/rehearsals.server.ts';
import { type Localised, type PageLanguage, textIn } from '#registry/text.ts';
import { rangeTold } from '../pages/told.ts';
import type { ActivityMove } from './activity.ts';

/** In each language of the pages. */
export interface NoticeText {
  title: Record<PageLanguage, string>;
  body: Record<PageLanguage, string>;
}

function inEach(line: (language: PageLanguage) => { title: string; body: string }): NoticeText {
  const [zh, en] = [line('zh'), line('en')];
  return { title: { zh: zh.title, en: en.title }, body: { zh: zh.body, en: en.body } };
}

/** `from` is `null` once an edition has been put off without new days; `planned` are then the days that it was last planned for. */
export function editionNotice(name: Localised, { from, to, planned }: { from: Days | null; to: Days | null; planned: Days | null }) {
  return inEach((language) => {
    const zh = language === 'zh';
    const edition = textIn(name, language);
    const range = (days: Days) => rangeTold(language, days.startsOn, days.endsOn);
    const last = from ?? planned;
    if (!to)
      return zh
        ? {
            title: `关于${edition}延期举办的公告`,
            body: `${edition}${last ? `原定于${range(last)}举办，` : ''}现决定延期，具体日期另行公告。`,
          }
        : {
            title: `${edition} is postponed`,
            body: `${edition}${last ? `, planned for ${range(last)},` : ''} is postponed. The new dates will be announced.`,
          };
    if (from)
      return zh
        ? {
            title: `关于${edition}改期举办的公告`,
            body: `${edition}原定于${range(from)}举办，现改为${range(to)}举办。各项活动的时间见最新日程。`,
          }
        : {
            title: `${edition} moves to ${range(to)}`,
            body: `${edition}, planned for ${range(from)}, will be held ${range(to)}. The times of all activities are in the programme.`,
          };
    return zh
      ? {
          title: `关于${edition}举办日期的公告`,
          body: `${edition}${last ? `原定于${range(last)}举办，后延期；` : ''}现定于${range(to)}举办。各项活动的时间见最新日程。`,
        }
      : {
          title: `${edition} will be held ${range(to)}`,
          body: `${edition}${last ? `, first planned for ${range(last)} and then postponed,` : ''} will be held ${range(to)}. The times of all activities are in the programme.`,
        };
  });
}

const ACTIVITY = {
  reschedule: { zh: '变更时间或会场', en: 'another time or room' },
  postpone: { zh: '延期举办', en: 'postponed' },
  cancel: { zh: '取消', en: 'cancelled' },
  reinstate: { zh: '恢复举办', en: 'on again' },
} as const satisfies Record<ActivityMove['do'], Record<PageLanguage, string>>;

export function activityNotice(edition: Localised, title: Localised, what: ActivityMove['do']) {
  return inEach((language) => {
    const [of, name, done] = [textIn(edition, language), textIn(title, language), ACTIVITY[what][language]];
    return language === 'zh'
      ? {
          title: `关于“${name}”${done}的公告`,
          body: `${of}“${name}”${done}，${what === 'postpone' ? '新的时间另行公告' : what === 'cancel' ? '不再举办' : '以最新日程为准'}。`,
        }
      : {
          title: `“${name}”: ${done}`,
          body: `${of}: “${name}” ${
            {
              reschedule: 'has another time or room; see the programme',
              postpone: 'is postponed; the new time will be announced',
              cancel: 'is cancelled',
              reinstate: 'will be held; see the programme',
            }[what]
          }.`,
        };
  });
}
