/** What a speaker answers is told to the team that asked. */
import { onWithin } from '#platform/events.server.ts';
import { letter } from '#platform/mail/letter.ts';
import { writeMessages, type Written } from '#platform/mail/outbox.server.ts';
import { words } from '#platform/words.ts';
import { type Localised, textIn } from '#registry/text.ts';
import { teamsOf } from '../progress/teams.server.ts';
import type { AppearanceState } from './model.ts';
import { readSpeakers } from './store.server.ts';

const answerWords = words({
  confirmed: { zh: '已确认出席：{name}（{activity}）', en: 'Confirmed: {name} ({activity})' },
  declined: { zh: '已谢绝邀请：{name}（{activity}）', en: 'Declined: {name} ({activity})' },
  confirmedLine: { zh: '{name}已确认出席「{activity}」。', en: '{name} will take part in “{activity}”.' },
  declinedLine: {
    zh: '{name}谢绝了「{activity}」的邀请。相关环节可能需要另请嘉宾。',
    en: '{name} cannot take part in “{activity}”. A session may need somebody else.',
  },
  changed: { zh: '此前的答复有变。', en: 'This changes an earlier answer.' },
  said: { zh: '留言：', en: 'In their words:' },
  link: { zh: '在工作台查看嘉宾', en: 'See the speakers at the desk' },
  why: { zh: '您在承办这场活动的团队中，因此收到此信。', en: 'You get this because you are in the team that hosts this activity.' },
});

interface Answered {
  is: 'appearance-answered';
  activity: string;
  person: string;
  answer: 'confirmed' | 'declined';
  before: AppearanceState;
  [detail: string]: unknown;
}

/** The same answer again, or more words to it, is not told a second time: the team sees those at its desk. */
onWithin<Answered>('appearance-answered', async ({ activity, person, answer, before }, { tx, now, actor }) => {
  if (answer === before) return;
  const of = await tx
    .selectFrom('activity as a')
    .innerJoin('edition as e', 'e.id', 'a.edition_id')
    .select(['a.slug', 'a.title', 'e.id as edition', 'e.slug as editionSlug', 'e.name as editionName'])
    .where('a.id', '=', activity)
    .executeTakeFirstOrThrow();
  const [speaker] = await readSpeakers(tx, activity, person);
  if (!speaker) return;
  const title = of.title as unknown as Localised;
  const team = (await teamsOf(tx, [activity])).filter(({ account }) => account !== actor.account);
  const messages = team.map(({ account, name, email, language }): Written => {
    const say = answerWords(language);
    const told = { name: textIn(speaker.name, language), activity: textIn(title, language) };
    return {
      to: { address: email, name, account },
      language,
      subject: say(answer, told),
      body: letter({
        language,
        name,
        parts: [
          [say(`${answer}Line`, told), ...(before === 'confirmed' || before === 'declined' ? [say('changed')] : [])].join('\n'),
          ...(speaker.answer ? [`${say('said')}\n${speaker.answer}`] : []),
          { text: say('link'), link: `{site}/${language}/desk/${of.editionSlug}/activities/${of.slug}/speakers` },
        ],
        from: of.editionName as unknown as Localised,
        why: say('why'),
      }),
    };
  });
  const batch = { edition: of.edition, kind: 'speaker-answer', about: `activity ${activity}`, title, by: actor.name, held: false };
  await writeMessages(tx, { ...batch, messages }, now);
});
