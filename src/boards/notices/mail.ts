/** A notice as a letter to one of its audience. */
import { letter } from '#platform/mail/letter.ts';
import type { Written } from '#platform/mail/outbox.server.ts';
import { textIn, type Localised, type PageLanguage } from '#registry/text.ts';
import type { NoticeText } from './model.ts';
import { hoursTold, validityTold } from './told.ts';
import { noticeWords } from './words.ts';

interface Addressed {
  account: string;
  email: string;
  name: string;
  language: PageLanguage;
}

export function mailOf(
  notice: NoticeText,
  number: number,
  edition: { slug: string; name: Localised; timeZone: string },
  reader: Addressed,
): Written {
  const { language } = reader;
  const say = noticeWords(language);
  const title = textIn(notice.title, language);
  const roads = (notice.roads?.features ?? []).map((road) => ({
    facts: [
      [say('road'), textIn(road.properties.name, language)],
      [say('hours'), hoursTold(language, road, edition.timeZone)],
      [say('vehicles'), textIn(road.properties.vehicles, language)],
    ] as const,
  }));
  return {
    to: { address: reader.email, name: reader.name, account: reader.account },
    language,
    subject: say('mailTitle', { title }),
    body: letter({
      language,
      name: reader.name,
      parts: [
        title,
        textIn(notice.body, language),
        ...roads,
        {
          facts: [
            [say('notices'), say('number', { number })],
            [say('issuer'), textIn(notice.issuer, language)],
            [say('valid'), validityTold(language, notice, edition.timeZone)],
          ],
        },
        { text: say('mailLink'), link: `{site}/${language}/${edition.slug}/notices/${number}` },
      ],
      from: edition.name,
      why: say('mailWhy'),
    }),
  };
}
