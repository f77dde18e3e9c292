/** What those whom a move concerns are written. */
import type { Written } from '#platform/mail/outbox.server.ts';
import { type Localised, nameIn, type PageLanguage, textIn } from '#registry/text.ts';
import type { Days } from '#registry/rehearsals.server.ts';
import type { Activity, EditionContent, Uuid } from '../content.ts';
import { calendar } from '../formats/calendar.ts';
import { entriesOf, WHOLE } from '../formats/entries.ts';
import { pathNames } from '../formats/place-names.ts';
import { indexOf } from '../index-of.ts';
import { rangeTold, slotLine } from '../pages/told.ts';
import type { Publication } from '../publication.ts';
import type { Reader } from './store.server.ts';
import { moveWords } from './words.ts';

/** Lines of single activities in one message. */
const LINES = 30;

const daysTold = (language: PageLanguage, days: Days | null): string =>
  days ? rangeTold(language, days.startsOn, days.endsOn) : moveWords(language)('unknown');

export interface Told {
  before: EditionContent;
  after: EditionContent;
  /** What the public reads from now on; `null` where nothing of the edition is public. */
  publication: Publication | null;
  /** Activities that are told of. */
  changed: ReadonlySet<Uuid>;
  reason: Localised;
  from: Days | null;
  to: Days | null;
  /** One activity alone, or `null` for the whole edition. */
  activity: Uuid | null;
}

/** One message for each reader whom something of it concerns, in their language, with the calendar entries in their new form. */
export function messagesOf(told: Told, readers: readonly Reader[]): Written[] {
  return readers.flatMap((reader) => {
    const mine = told.after.activities.filter(
      ({ id }) => told.changed.has(id) && (reader.activities === null || reader.activities.includes(id)),
    );
    if (mine.length === 0) return [];
    const { language } = reader;
    const say = moveWords(language);
    const name = textIn(told.after.edition.name, language);
    const lines = mine.slice(0, LINES).map((activity) => line(told, activity, language));
    const body = [
      say('mailHello', { name: nameIn(reader.name, reader.language) }),
      told.activity
        ? say('mailActivity', { name, reason: textIn(told.reason, language) })
        : say('mailMoved', {
            name,
            before: daysTold(language, told.from),
            after: daysTold(language, told.to),
            reason: textIn(told.reason, language),
          }),
      say('mailYours'),
      ...lines,
      ...(mine.length > LINES ? [say('mailMore', { count: mine.length - LINES })] : []),
      ...(told.publication
        ? [say('mailProgramme', { url: `{site}/${language}/${told.after.edition.slug}/programme` }), say('mailCalendar')]
        : []),
      // Where no new time is told there is none to be kept from.
      ...(mine.some(takesPlace) ? [say('mailConfirm')] : []),
    ].join('\n\n');
    return [
      {
        to: { address: reader.email, name: reader.name, account: reader.account },
        language,
        subject: told.activity
          ? say('mailSubjectActivity', { title: textIn(mine[0]!.title, language), name })
          : told.to
            ? say('mailSubjectMoved', { name, days: daysTold(language, told.to) })
            : say('mailSubjectPostponed', { name }),
        body,
        ...(told.publication ? { attachments: [entries(told.publication, mine, language)] } : {}),
      },
    ];
  });
}

const takesPlace = ({ state }: Activity): boolean => state !== 'cancelled' && state !== 'postponed';

/** What is another now: the time, the room, or that it takes place. */
function line({ before, after }: Told, activity: Activity, language: PageLanguage): string {
  const say = moveWords(language);
  const index = indexOf(after);
  const zone = index.zoneOf(activity);
  const old = before.activities.find(({ id }) => id === activity.id);
  const placeTold = (one: Activity): string => {
    const places = one.room ? pathNames(index, one.room, language) : [say('noRoom')];
    return language === 'zh' ? places.toReversed().join('') : places.join(', ');
  };
  const otherRoom = old?.room !== activity.room;
  const slot = (one: Activity | undefined) => {
    if (!one?.startsAt || !one.endsAt) return say('mailToBeAnnounced');
    return [slotLine(language, one.startsAt, one.endsAt, zone), ...(otherRoom ? [placeTold(one)] : [])].join(
      language === 'zh' ? '，' : ', ',
    );
  };
  const now =
    activity.state === 'cancelled' ? say('mailCancelled') : activity.state === 'postponed' ? say('mailToBeAnnounced') : slot(activity);
  return say('mailLine', { title: textIn(activity.title, language), before: slot(old), after: now });
}

/** As the published programme tells them, drafts left out; the same UIDs as ever. */
function entries(
  publication: Publication,
  mine: readonly Activity[],
  language: PageLanguage,
): { name: string; type: string; text: string } {
  const index = indexOf(publication.content);
  const ids = new Set(mine.map(({ id }) => id));
  const text = calendar({
    name: textIn(publication.content.edition.name, language),
    source: `{site}/${publication.content.edition.slug}/schedule.ics`,
    index,
    language,
    publicUrl: '{site}',
    publishedAt: publication.publishedAt,
    firstPublishedAt: publication.publishedAt,
    revisions: publication.revisions,
    entries: entriesOf(index, language, WHOLE, 'activity').filter(({ activity }) => ids.has(activity.id)),
    withdrawn: [],
  });
  return { name: `${publication.content.edition.slug}.ics`, type: 'text/calendar; charset=utf-8; method=PUBLISH', text };
}
