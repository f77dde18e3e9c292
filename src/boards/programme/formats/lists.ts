/** The lists that can be taken away as a table: activities, sessions, people, organisations, places and results. */
import type { Message } from '#platform/words.ts';
import type { Activity, HostRole, Organisation, Person, Place, Result, Session } from '../content.ts';
import {
  accessName,
  activityKindName,
  activityStateName,
  boardName,
  organisationKindName,
  personRoleName,
  placeKindName,
  sessionKindName,
  stageName,
} from '../names.ts';
import { select } from '../selection.ts';
import { entriesOf, identities, pageLanguage, WHOLE } from './entries.ts';
import { placeNames } from './place-names.ts';
import { type Source } from './schedule.ts';
import { type Cell, type Column, HEADERS, type HeaderKey, listed, type Table, tableOf, textColumns, textOr } from './table.ts';

export const LISTS = ['activities', 'sessions', 'people', 'organisations', 'places', 'results'] as const;
export type ListName = (typeof LISTS)[number];
export const isListName = (value: string): value is ListName => (LISTS as readonly string[]).includes(value);

export const LIST_TITLES = {
  activities: { zh: '活动', en: 'Activities' },
  sessions: { zh: '环节', en: 'Sessions' },
  people: { zh: '嘉宾', en: 'People' },
  organisations: { zh: '机构', en: 'Organisations' },
  places: { zh: '会场', en: 'Places' },
  results: { zh: '成果', en: 'Results' },
  changes: { zh: '变更', en: 'Changes' },
} satisfies Record<ListName | 'changes', Message>;

/** Roles as they stand behind a name: `(Lead)`. */
export const SHORT_HOST_ROLE = {
  lead: { zh: '牵头', en: 'lead' },
  host: { zh: '主办', en: 'host' },
  'co-host': { zh: '协办', en: 'co-host' },
  organiser: { zh: '承办', en: 'organiser' },
  supporter: { zh: '支持', en: 'supporter' },
} satisfies Record<HostRole, Message>;

export function listTable(source: Source, list: ListName): Table {
  const { index, language, part = WHOLE, publicUrl } = source;
  const { content } = index;
  const words = pageLanguage(language);
  const languages = [...new Set([...content.edition.languages, ...(list === 'people' ? sourceLanguages(content.people) : [])])];
  const { numbers, guids } = identities(content);
  const zone = (activity: Activity) => index.zoneOf(activity);
  const rooms = placeNames(
    index,
    content.places.map((place) => place.id),
    language,
  );
  const at = `${publicUrl}/${words}/${content.edition.slug}`;
  const column = <Row>(key: HeaderKey, of: (row: Row) => Cell): Column<Row> => ({ key, header: HEADERS[key][words], of });
  const texts = <Row>(key: HeaderKey, of: (row: Row) => Parameters<typeof textOr>[0]) =>
    textColumns<Row>(key, HEADERS[key][words], languages, (row) => of(row) ?? null);
  const people = (roles: Activity['people']) =>
    listed(roles.map(({ person, role }) => `${textOr(index.person.get(person)?.name, language)} (${personRoleName(words)(role)})`));
  const moment = (instant: string | null, where: Activity) => (instant ? { at: instant, zone: zone(where) } : null);
  const chosen = new Set(
    part.numbers ? entriesOf(index, language, part, 'session').map(({ activity }) => activity) : select(index, part.selection),
  );
  const activities = content.activities.filter((activity) => chosen.has(activity));
  const names = (items: readonly ({ name: Parameters<typeof textOr>[0] } | undefined)[]) =>
    listed(items.flatMap((item) => (item ? textOr(item.name, language) : [])));
  const organisationName = (id: string | null) => (id ? textOr(index.organisation.get(id)?.name, language) || null : null);
  const yes = (value: boolean): Cell => value;

  switch (list) {
    case 'activities':
      return tableOf<Activity>(
        LIST_TITLES.activities[words],
        [
          column('number', (row) => numbers.get(row.id)!),
          column('guid', (row) => guids.get(row.id)!),
          ...texts<Activity>('title', (row) => row.title),
          ...texts<Activity>('subtitle', (row) => row.subtitle),
          column('board', (row) => boardName(words)(row.board)),
          column('kind', (row) => activityKindName(words)(row.kind)),
          column('type', (row) => row.typeLabel),
          column('state', (row) => activityStateName(words)(row.state)),
          column('start', (row) => moment(row.startsAt, row)),
          column('end', (row) => moment(row.endsAt, row)),
          column('timeZone', zone),
          column('room', (row) => (row.room && rooms.get(row.room)) || null),
          column('focus', (row) => (row.focus ? names([index.focus.get(row.focus)]) : null)),
          column('topic', (row) => (row.topic ? names([index.topic.get(row.topic)]) : null)),
          column('fields', (row) => names(row.fields.map((code) => index.field.get(code)))),
          column('languages', (row) => listed(row.languages)),
          column('interpretation', (row) => listed(row.interpretation)),
          column('access', (row) => accessName(words)(row.access)),
          column('capacity', (row) => row.capacity),
          column('streamUrl', (row) => row.streamUrl),
          column('hosts', (row) =>
            listed(row.hosts.map((host) => `${organisationName(host.organisation)} (${SHORT_HOST_ROLE[host.role][words]})`)),
          ),
          column('people', (row) => people(row.people)),
          ...texts<Activity>('abstract', (row) => row.abstract),
          ...texts<Activity>('description', (row) => row.description),
          column('url', (row) => `${at}/activities/${row.slug}`),
          column('sample', (row) => yes(row.sample)),
        ],
        activities,
      );
    case 'sessions': {
      type Row = { activity: Activity; session: Session };
      return tableOf<Row>(
        LIST_TITLES.sessions[words],
        [
          column('number', ({ session }) => numbers.get(session.id)!),
          column('guid', ({ session }) => guids.get(session.id)!),
          column('activityNumber', ({ activity }) => numbers.get(activity.id)!),
          column('activity', ({ activity }) => textOr(activity.title, language)),
          ...texts<Row>('title', ({ session }) => session.title),
          column('kind', ({ session }) => sessionKindName(words)(session.kind)),
          column('start', ({ activity, session }) => moment(session.startsAt, activity)),
          column('end', ({ activity, session }) => moment(session.endsAt, activity)),
          column('timeZone', ({ activity }) => zone(activity)),
          column('room', ({ activity, session }) => rooms.get(session.room ?? activity.room ?? '') ?? null),
          column('languages', ({ session }) => listed(session.languages)),
          column('cancelled', ({ session }) => yes(session.cancelled)),
          column('people', ({ session }) => people(session.people)),
          ...texts<Row>('abstract', ({ session }) => session.abstract),
          column('results', ({ session }) => listed(session.results.map((id) => textOr(index.result.get(id)?.title, language)))),
          column('url', ({ activity, session }) => `${at}/activities/${activity.slug}/${session.slug}`),
        ],
        activities.flatMap((activity) => activity.sessions.map((session) => ({ activity, session }))),
      );
    }
    case 'people':
      return tableOf<Person>(
        LIST_TITLES.people[words],
        [
          column('guid', (row) => row.id),
          ...texts<Person>('name', (row) => row.name),
          column('country', (row) => row.country),
          column('affiliations', (row) =>
            listed(
              row.affiliations.map(({ organisation, position }) => {
                const told = position ? ` (${textOr(position, language)})` : '';
                return `${organisationName(organisation)}${told}`;
              }),
            ),
          ),
          column('languages', (row) => listed(row.languages)),
          column('orcid', (row) => row.orcid),
          ...texts<Person>('biography', (row) => row.biography),
          column('url', (row) => `${at}/people/${row.slug}`),
          column('sample', (row) => yes(row.sample)),
        ],
        content.people,
      );
    case 'organisations':
      return tableOf<Organisation>(
        LIST_TITLES.organisations[words],
        [
          column('guid', (row) => row.id),
          ...texts<Organisation>('name', (row) => row.name),
          column('kind', (row) => organisationKindName(words)(row.kind)),
          column('country', (row) => row.country),
          column('parent', (row) => organisationName(row.parent)),
          column('ror', (row) => row.ror),
          column('uscc', (row) => row.uscc),
          column('website', (row) => row.url),
          ...texts<Organisation>('about', (row) => row.about),
          column('url', (row) => `${at}/organisations/${row.slug}`),
          column('sample', (row) => yes(row.sample)),
        ],
        content.organisations,
      );
    case 'places':
      return tableOf<Place>(
        LIST_TITLES.places[words],
        [
          column('guid', (row) => row.id),
          ...texts<Place>('name', (row) => row.name),
          column('kind', (row) => placeKindName(words)(row.kind)),
          column('parent', (row) => (row.parent && rooms.get(row.parent)) || null),
          column('timeZone', (row) => row.timeZone),
          column('country', (row) => row.country),
          column('latitude', (row) => row.latitude),
          column('longitude', (row) => row.longitude),
          ...texts<Place>('address', (row) => row.address),
          column('capacity', (row) => row.capacity),
          column('equipment', (row) => listed(row.equipment)),
          column('parallel', (row) => yes(row.parallel)),
          column('url', (row) => `${at}/places/${row.slug}`),
          column('sample', (row) => yes(row.sample)),
        ],
        content.places,
      );
    case 'results':
      return tableOf<Result>(
        LIST_TITLES.results[words],
        [
          column('guid', (row) => row.id),
          ...texts<Result>('title', (row) => row.title),
          ...texts<Result>('abstract', (row) => row.abstract),
          column('field', (row) => (row.field ? names([index.field.get(row.field)]) : null)),
          column('readiness', (row) => row.readiness),
          column('stage', (row) => stageName(words)(row.stage)),
          column('category', (row) => textOr(row.category, language) || null),
          column('hardTechnology', (row) => yes(row.hardTechnology)),
          column('owners', (row) => names(row.owners.map((id) => index.organisation.get(id)))),
          column('url', (row) => `${at}/results/${row.slug}`),
          column('sample', (row) => yes(row.sample)),
        ],
        content.results,
      );
  }
}

const sourceLanguages = (items: readonly { name: { source: string } }[]): string[] =>
  [...new Set(items.map(({ name }) => name.source))].sort();
