/** What those whom a new version concerns are written. */
import type { Written } from '#platform/mail/outbox.server.ts';
import { nameIn, type PageLanguage, textIn } from '#registry/text.ts';
import type { Activity, Uuid } from '../content.ts';
import { describeChange } from '../describe.ts';
import type { Change } from '../difference.ts';
import { type Indexed, indexOf } from '../index-of.ts';
import type { Reader } from '../moving/store.server.ts';
import { slotLine } from '../pages/told.ts';
import type { Publication } from '../publication.ts';
import { publishWords } from './words.ts';

/** Activities told of in one message, and changes of each. */
const ACTIVITIES = 30;
const CHANGES = 8;

/** The activities that read differently, with their changes; in a first version all of them, with none. */
export function changedActivities({ content, changes, number }: Publication): Map<Uuid, Change[]> {
  const changed = new Map<Uuid, Change[]>();
  if (number === 1) for (const { id } of content.activities) changed.set(id, []);
  for (const change of changes) {
    const { type, id, activity } = change.subject;
    const owner = type === 'activity' ? id : type === 'session' ? activity?.id : undefined;
    if (owner) changed.set(owner, [...(changed.get(owner) ?? []), change]);
  }
  return changed;
}

/** Whom the version concerns, and by which activities: their people and their hosts' teams. The office itself is not told. */
export function toldOf(publication: Publication, readers: readonly Reader[]): { reader: Reader; activities: Uuid[] }[] {
  const changed = changedActivities(publication);
  return readers.flatMap((reader) => {
    const activities = reader.activities?.filter((id) => changed.has(id)) ?? [];
    return activities.length > 0 ? [{ reader, activities }] : [];
  });
}

export function messagesOf(publication: Publication, readers: readonly Reader[]): Written[] {
  const index = indexOf(publication.content);
  const changed = changedActivities(publication);
  const { edition } = publication.content;
  return toldOf(publication, readers).map(({ reader, activities }) => {
    const { language } = reader;
    const say = publishWords(language);
    const name = textIn(edition.name, language);
    const lines = activities.slice(0, ACTIVITIES).map((id) => about(index, id, changed.get(id)!, language));
    return {
      to: { address: reader.email, name: reader.name, account: reader.account },
      language,
      subject: say('mailSubject', { name, number: publication.number }),
      body: [
        say('mailHello', { name: nameIn(reader.name, reader.language) }),
        say('mailIntro', { name, number: publication.number }),
        ...lines,
        ...(activities.length > ACTIVITIES ? [say('mailMore', { count: activities.length - ACTIVITIES })] : []),
        say('mailProgramme', { url: `{site}/${language}/${edition.slug}/programme` }),
      ].join('\n\n'),
    };
  });
}

function about(index: Indexed, id: Uuid, changes: readonly Change[], language: PageLanguage): string {
  const say = publishWords(language);
  const activity = index.activity.get(id);
  const isNew = changes.length === 0 || changes.some(({ is, subject }) => is === 'added' && subject.id === id);
  if (activity && isNew) return [textIn(activity.title, language), whereAndWhen(index, activity, language)].join('\n');
  const zone = activity ? index.zoneOf(activity) : index.content.edition.timeZone;
  return [
    ...changes.slice(0, CHANGES).map((change) => describeChange(change, language, zone)),
    ...(changes.length > CHANGES ? [say('mailMoreChanges', { count: changes.length - CHANGES })] : []),
  ].join('\n');
}

function whereAndWhen(index: Indexed, activity: Activity, language: PageLanguage): string {
  const room = activity.room ? textIn(index.place.get(activity.room)?.name, language) : '';
  const slot = activity.startsAt && activity.endsAt ? slotLine(language, activity.startsAt, activity.endsAt, index.zoneOf(activity)) : '';
  return [slot, room].filter(Boolean).join(' · ');
}
