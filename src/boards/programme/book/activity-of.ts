/** One activity as the book tells it. */
import { LOCALE } from '#platform/words.ts';
import { textIn, type PageLanguage } from '#registry/text.ts';
import type { Activity, PersonRole, Session, Uuid } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { accessName, activityKindName, activityStateName, boardName, languageName, personRoleName, sessionKindName } from '../names.ts';
import { formatter, localDate, localTime, offsetMinutes } from '../time.ts';
import { byRole, dayText, listed, otherLanguage, paragraphs, shown, zoneName } from './telling.ts';
import type { BookActivity, Text } from './model.ts';
import { bookWords } from './words.ts';

/** The kind says no more than the board. */
const PLAIN: readonly string[] = ['parallel-forum', 'exhibition', 'exchange', 'release', 'contest-round', 'side-event'];

export function activityOf(index: Indexed, activity: Activity, language: PageLanguage): BookActivity {
  const say = bookWords(language);
  const other = activity.title.texts[otherLanguage(language)];
  const title = shown(activity.title, language);
  const kind = activityKindName(language)(activity.kind);
  const facts: BookActivity['facts'] = [];
  const fact = (label: string, ...value: Text[]) => {
    if (value.some((text) => text !== '')) facts.push({ label, value });
  };
  fact(say('place'), ...whereOf(index, activity.room, language));
  const elsewhere = otherTimes(index, activity, language);
  if (elsewhere) fact(say('time'), elsewhere);
  fact(say('languages'), languagesOf(activity, language));
  fact(say('access'), listed([accessName(language)(activity.access), activity.streamed ? say('streamed') : ''], language));
  for (const { role, names } of byRole(activity.hosts, index, language)) fact(role, ...names);
  for (const { role, names } of peopleByRole(index, activity.people, language)) fact(role, ...names);
  return {
    number: activity.number,
    board: activity.board,
    label: PLAIN.includes(activity.kind)
      ? boardName(language)(activity.board)
      : listed([...new Set([boardName(language)(activity.board), kind])], language),
    title,
    otherTitle: other && typeof title === 'string' ? { text: other, lang: otherLanguage(language) } : null,
    subtitle: activity.subtitle && shown(activity.subtitle, language),
    when: whenOf(index, activity, language),
    state: activity.state === 'cancelled' || activity.state === 'postponed' ? activityStateName(language)(activity.state) : null,
    facts,
    paragraphs: [activity.abstract, activity.description].flatMap((text) => (text ? paragraphs(text, language) : [])),
    agenda: activity.sessions.map((session) => agendaLine(index, activity, session, language)),
    sample: activity.sample,
  };
}

/** `09:00–12:00`, with the days where it does not begin and end on one. */
function whenOf(index: Indexed, { startsAt, endsAt, ...rest }: Activity, language: PageLanguage): string {
  if (!startsAt || !endsAt) return bookWords(language)('noTime');
  const zone = index.zoneOf({ startsAt, endsAt, ...rest });
  const { startsOn, endsOn } = index.content.edition;
  const from = localDate(startsAt, zone);
  const to = localDate(endsAt, zone);
  const times = `${localTime(startsAt, zone)}–${localTime(endsAt, zone)}`;
  const inside = (!startsOn || from >= startsOn) && (!endsOn || from <= endsOn);
  if (from === to) return inside ? times : `${dayText(from, language)} ${times}`;
  const days = formatter(LOCALE[language], { timeZone: 'UTC', month: 'long', day: 'numeric' }).formatRange(
    new Date(`${from}T12:00:00Z`),
    new Date(`${to}T12:00:00Z`),
  );
  return `${days} ${times}`;
}

/** The same times by the edition's clock, where the place has another, and when it was first to begin. */
function otherTimes(index: Indexed, activity: Activity, language: PageLanguage): string | null {
  const { startsAt, endsAt, firstPlannedStartsAt } = activity;
  const { timeZone } = index.content.edition;
  const say = bookWords(language);
  const parts: string[] = [];
  if (startsAt && endsAt && offsetMinutes(startsAt, index.zoneOf(activity)) !== offsetMinutes(startsAt, timeZone)) {
    const times = `${localTime(startsAt, timeZone)}–${localTime(endsAt, timeZone)}`;
    const day = localDate(startsAt, timeZone);
    const time = day === localDate(startsAt, index.zoneOf(activity)) ? times : `${dayText(day, language)} ${times}`;
    parts.push(say('alsoLocal', { zone: zoneName(timeZone, language, startsAt), time }));
  }
  if (firstPlannedStartsAt) {
    const zone = index.zoneOf(activity);
    const day = dayText(localDate(firstPlannedStartsAt, zone), language);
    parts.push(say('firstPlanned', { time: `${day} ${localTime(firstPlannedStartsAt, zone)}` }));
  }
  return parts.length > 0 ? parts.join(language === 'zh' ? '\uff1b' : '; ') : null;
}

/** Room first, then what it lies in. */
export const whereOf = (index: Indexed, room: Uuid | null, language: PageLanguage): Text[] =>
  room ? index.pathOf(room).map((place) => shown(place.name, language)) : [];

function languagesOf({ languages, interpretation }: Activity, language: PageLanguage): string {
  const names = (codes: readonly string[]) =>
    listed(
      codes.map((code) => languageName(language, code)),
      language,
    );
  if (interpretation.length === 0) return names(languages);
  return bookWords(language)('interpreted', { languages: names(languages), into: names(interpretation) });
}

function peopleByRole(index: Indexed, people: Activity['people'], language: PageLanguage): { role: string; names: Text[] }[] {
  const roles = [...new Set(people.map(({ role }) => role))];
  return roles.map((role) => ({
    role: personRoleName(language)(role),
    names: people.flatMap((one) => (one.role === role ? personLine(index, one.person, language) : [])),
  }));
}

/** Name and main affiliation. */
function personLine(index: Indexed, id: Uuid, language: PageLanguage): Text[] {
  const person = index.person.get(id);
  if (!person) return [];
  const name = textIn(person.name, language);
  const main = index.organisation.get(person.affiliations[0]?.organisation ?? '');
  const from = main ? textIn(main.name, language) : '';
  return [from === '' ? name : language === 'zh' ? `${name}\uff08${from}\uff09` : `${name} (${from})`];
}

function agendaLine(index: Indexed, activity: Activity, session: Session, language: PageLanguage): BookActivity['agenda'][number] {
  const zone = index.zoneOf(activity);
  const sameDay = !activity.startsAt || localDate(session.startsAt, zone) === localDate(activity.startsAt, zone);
  const day = sameDay
    ? ''
    : `${formatter(LOCALE[language], { timeZone: zone, month: 'numeric', day: 'numeric' }).format(new Date(session.startsAt))} `;
  const named: PersonRole[] = ['moderator', 'chair'];
  return {
    time: `${day}${localTime(session.startsAt, zone)}`,
    kind: session.kind === 'other' || session.kind === 'break' ? '' : sessionKindName(language)(session.kind),
    title: shown(session.title, language),
    people: session.people.flatMap(({ person, role }) => {
      const [line] = personLine(index, person, language);
      if (line === undefined) return [];
      const as = personRoleName(language)(role);
      return [named.includes(role) ? (language === 'zh' ? `${as} ${String(line)}` : `${as}: ${String(line)}`) : line];
    }),
    quiet: session.kind === 'break',
    cancelled: session.cancelled,
  };
}
