/** Reminders of milestones: a timer for each, set anew whenever its day or its being done changes, and looking again when it rings. */
import { sql, type Transaction } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { DB } from '#platform/database/schema.ts';
import { onTimer, setTimer } from '#platform/jobs/timers.server.ts';
import { letter } from '#platform/mail/letter.ts';
import { writeMessages, type Written } from '#platform/mail/outbox.server.ts';
import { LOCALE } from '#platform/words.ts';
import { daysLater } from '#registry/days.ts';
import { type Localised, type PageLanguage, textIn } from '#registry/text.ts';
import { type Milestone, REMINDED, stillSays } from './model.ts';
import { milestonesOf, type Planner, plannersOf } from './store.server.ts';
import { reminderWords } from './words.ts';

type Tx = Transaction<DB>;
const KIND = 'milestone-reminder';
/** On the wall of the edition. */
const HOUR = '09:00';

interface Payload {
  milestone: string;
  days: number;
  dueOn: string;
}

export const clearReminders = (tx: Tx, milestone: string) =>
  sql`delete from timer where kind = ${KIND} and key like ${`${milestone} %`}`.execute(tx);

/** Those that are still to come of a milestone as it is now; none of one that is done. */
export async function setReminders(tx: Tx, milestone: string, now: string): Promise<void> {
  await clearReminders(tx, milestone);
  const found = await tx
    .selectFrom('milestone as m')
    .innerJoin('edition as e', 'e.id', 'm.edition_id')
    .select(['m.due_on', 'm.done_on', 'e.time_zone'])
    .where('m.id', '=', milestone)
    .executeTakeFirst();
  if (!found || found.done_on !== null) return;
  for (const days of REMINDED) {
    const at = Temporal.PlainDate.from(daysLater(found.due_on, -days))
      .toZonedDateTime({ timeZone: found.time_zone, plainTime: HOUR })
      .toInstant()
      .toString();
    const payload: Payload = { milestone, days, dueOn: found.due_on };
    if (Date.parse(at) > Date.parse(now)) await setTimer(tx, { kind: KIND, key: `${milestone} ${days}`, at, payload });
  }
}

onTimer(KIND, ({ tx, payload, now }) => remind(tx, payload as Payload, now));

/** Goes out at once: whoever answers for it, or else the office, asked for it by putting it into the plan. */
async function remind(tx: Tx, { milestone, days, dueOn }: Payload, now: string): Promise<void> {
  const of = await tx
    .selectFrom('milestone as m')
    .innerJoin('edition as e', 'e.id', 'm.edition_id')
    .select(['e.id', 'e.slug', 'e.name', 'e.time_zone'])
    .where('m.id', '=', milestone)
    .executeTakeFirst();
  if (!of) return;
  const plan = await milestonesOf(tx, of.id);
  const one = plan.find(({ id }) => id === milestone)!;
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(of.time_zone).toPlainDate().toString();
  if (one.doneOn !== null || one.dueOn !== dueOn || !stillSays(days, dueOn, today)) return;
  const planners = await plannersOf(tx, of.id);
  const own = planners.filter(({ id }) => id === one.answerable?.id);
  const readers = own.length > 0 ? own : planners.filter(({ office }) => office);
  const edition = { slug: of.slug, name: of.name as unknown as Localised };
  await writeMessages(
    tx,
    {
      edition: of.id,
      kind: KIND,
      about: `milestone ${milestone}`,
      title: one.title,
      by: 'everforum',
      held: false,
      messages: readers.map((reader) => reminderMail(one, plan, { edition, late: days < 0, reader })),
    },
    now,
  );
}

const dayTold = (day: string, language: PageLanguage): string =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

function reminderMail(
  one: Milestone,
  plan: readonly Milestone[],
  { edition, late, reader }: { edition: { slug: string; name: Localised }; late: boolean; reader: Planner },
): Written {
  const { language, name, email, id } = reader;
  const say = reminderWords(language);
  const open = (wanted: (other: Milestone) => boolean) =>
    plan.filter((other) => other.doneOn === null && wanted(other)).map(({ title }) => textIn(title, language));
  const waits = open((other) => one.waitsFor.includes(other.id));
  const follows = open((other) => other.waitsFor.includes(one.id));
  const list = (titles: readonly string[]) => titles.join(language === 'zh' ? '、' : ', ');
  const told = { title: textIn(one.title, language), day: dayTold(one.dueOn, language), edition: textIn(edition.name, language) };
  const facts: [string, string][] = [
    [say('owner'), textIn(one.owner, language)],
    ...(waits.length > 0 ? [[say('waits'), list(waits)] as [string, string]] : []),
    ...(follows.length > 0 ? [[say('follows'), list(follows)] as [string, string]] : []),
  ];
  return {
    to: { address: email, name, account: id },
    language,
    subject: say(late ? 'late' : 'soon', told),
    body: letter({
      language,
      name,
      parts: [
        say(late ? 'lateLine' : 'soonLine', told),
        { facts },
        { text: say('link'), link: `{site}/${language}/desk/${edition.slug}/plan` },
      ],
      from: edition.name,
      why: say('why'),
    }),
  };
}
