/** What a speaker is written. */
import type { Written } from '#platform/mail/outbox.server.ts';
import { words } from '#platform/words.ts';
import { type PageLanguage, textIn } from '#registry/text.ts';
import { sessionKindName } from '../../names.ts';
import { slotLine } from '../../pages/told.ts';
import type { Hosted } from '../hosted.server.ts';
import { LINK_DAYS, type Part } from './model.ts';

export const invitationWords = words({
  subject: { zh: '诚邀出席：{activity}', en: 'Invitation to take part: {activity}' },
  greeting: { zh: '尊敬的{name}：', en: 'Dear {name},' },
  invites: {
    zh: '诚邀您参加{edition}的活动「{activity}」。',
    en: 'We would be honoured by your taking part in “{activity}” at {edition}.',
  },
  when: { zh: '时间：{when}', en: 'When: {when}' },
  where: { zh: '地点：{where}', en: 'Where: {where}' },
  part: { zh: '您的环节：{session}', en: 'Your part: {session}' },
  answer: {
    zh: '请打开以下链接确认或谢绝，并填写个人介绍与行程、上传讲稿。链接只能使用一次，{days}天内有效：',
    en: 'Please follow this link to confirm or decline, write your page, tell your travel and upload slides. It works once, within {days} days:',
  },
  contact: { zh: '如有疑问，请直接联系邀请您的主办单位。', en: 'For any question, please ask the hosts who invited you.' },
});

interface Invitation {
  activity: Hosted;
  parts: readonly Part[];
  name: string;
  email: string;
  account: string | null;
  token: string;
  message: string;
}

export function invitationMail(given: Invitation, language: PageLanguage): Written {
  const { activity, parts, name, message } = given;
  const say = invitationWords(language);
  const title = textIn(activity.title, language);
  const line = (session: NonNullable<Part['session']>) =>
    `${slotLine(language, session.startsAt, session.endsAt, activity.zone)} ${textIn(session.title, language) || sessionKindName(language)(session.kind)}`;
  const lines = [
    say('greeting', { name }),
    '',
    say('invites', { edition: textIn(activity.edition.name, language), activity: title }),
    '',
    ...(activity.startsAt && activity.endsAt
      ? [say('when', { when: slotLine(language, activity.startsAt, activity.endsAt, activity.zone) })]
      : []),
    ...(activity.place ? [say('where', { where: textIn(activity.place, language) })] : []),
    ...parts.flatMap(({ session }) => (session ? [say('part', { session: line(session) })] : [])),
    ...(message ? ['', message] : []),
    '',
    say('answer', { days: LINK_DAYS }),
    `{site}/${language}/invitations/speaker/${given.token}`,
    '',
    say('contact'),
  ];
  return {
    to: { address: given.email, name, account: given.account },
    language,
    subject: say('subject', { activity: title }),
    body: lines.join('\n'),
  };
}
