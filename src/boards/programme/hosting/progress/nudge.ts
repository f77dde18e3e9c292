/** What a team is written that has not done everything: its own open tasks, in each reader's language. */
import { words } from '#platform/words.ts';
import { type Localised, nameIn, type PageLanguage, textIn } from '#registry/text.ts';
import type { Instant } from '../../content.ts';
import { dateTold } from '../../pages/told.ts';
import { localDate } from '../../time.ts';
import { isOpen, type Todo } from '../tasks/model.ts';

export const nudgeWords = words({
  title: { zh: '筹备事项提醒', en: 'Reminder of what is to be prepared' },
  subject: { zh: '请完成筹备事项：{activity}', en: 'Still to be prepared: {activity}' },
  reminder: { zh: '即将到期：{task}（{activity}）', en: 'Due soon: {task} ({activity})' },
  greeting: { zh: '{name}，您好：', en: 'Dear {name},' },
  intro: {
    zh: '「{activity}」尚有以下事项待完成：',
    en: 'For “{activity}” this is still to be done:',
  },
  overdue: { zh: '{task}：应于{date}前完成，已逾期', en: '{task}: was due on {date}' },
  open: { zh: '{task}：请于{date}前完成', en: '{task}: due on {date}' },
  progress: { zh: '（已完成{done}/{of}）', en: ' ({done} of {of} done)' },
  link: { zh: '在工作台查看并完成：', en: 'See it and do it at the desk:' },
  ends: { zh: '组委会办公室', en: 'The organising office' },
});

/** Without a line of greeting and end: what is open, by deadline. */
export function openLines(todos: readonly Todo[], language: PageLanguage, zone: string): string[] {
  const say = nudgeWords(language);
  return todos.filter(isOpen).map(({ task, state, standing }) => {
    const date = dateTold(language, localDate(task.dueAt, zone));
    const far = standing && standing.of > 0 ? say('progress', { done: standing.done, of: standing.of }) : '';
    return `${language === 'zh' ? '・' : '– '}${say(state === 'overdue' ? 'overdue' : 'open', { task: textIn(task.title, language), date })}${far}`;
  });
}

interface Nudge {
  activity: { title: Localised; slug: string };
  edition: string;
  name: string;
  todos: readonly Todo[];
  zone: string;
  /** What the office adds in its own words. */
  words: string;
}

export function nudgeMail(
  { activity, edition, name, todos, zone, words: own }: Nudge,
  language: PageLanguage,
): { subject: string; body: string } {
  const say = nudgeWords(language);
  const title = textIn(activity.title, language);
  return {
    subject: say('subject', { activity: title }),
    body: [
      say('greeting', { name: nameIn(name, language) }),
      '',
      ...(own ? [own, ''] : []),
      say('intro', { activity: title }),
      '',
      ...openLines(todos, language, zone),
      '',
      say('link'),
      `{site}/${language}/desk/${edition}/activities/${activity.slug}`,
      '',
      say('ends'),
    ].join('\n'),
  };
}

/** When reminders of a task are written: so many days before it is due. */
export const reminderTimes = (dueAt: Instant, days: readonly number[]): { days: number; at: Instant }[] =>
  days.map((count) => ({ days: count, at: new Date(Date.parse(dueAt) - count * 86_400_000).toISOString() }));
