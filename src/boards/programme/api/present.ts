/** Entries of a publication in the shapes of the interface: references are told by name, addresses are whole. */
import { waitsWithEdition } from '#registry/takes-place.ts';
import type { z } from 'zod';
import {
  pathOfActivity,
  pathOfOrganisation,
  pathOfPerson,
  pathOfPlace,
  pathOfPortrait,
  pathOfResult,
  pathOfSession,
} from '../addresses.ts';
import type { Activity, Organisation, Person, Place, Result, Session, Uuid } from '../content.ts';
import type { EditionSummary, Published } from '../house.ts';
import type { Localised } from '#registry/text.ts';
import type * as shapes from './shapes.ts';

type Shape<Name extends keyof typeof shapes> = (typeof shapes)[Name] extends z.ZodType ? z.output<(typeof shapes)[Name]> : never;

export type Presenter = ReturnType<typeof presenter>;

const editionPage = (publicUrl: string, slug: string): string => `${publicUrl}/en/${slug}`;

export const presentSummary = (publicUrl: string, { number, figures: _figures, ...summary }: EditionSummary): Shape<'editionSummary'> => ({
  ...summary,
  version: number,
  page: editionPage(publicUrl, summary.slug),
});

export function presenter(publicUrl: string, { index, publication }: Published) {
  const { content } = publication;
  const home = editionPage(publicUrl, content.edition.slug);
  const named = (item: { id: Uuid; slug: string; name: Localised } | null | undefined) =>
    item ? { id: item.id, slug: item.slug, name: item.name } : null;
  const each = <Item>(items: readonly (Item | null)[]): Item[] => items.filter((item) => item !== null);
  const place = (id: Uuid | null) => (id ? named(index.place.get(id)) : null);
  const people = (roles: Activity['people']) =>
    each(roles.map(({ person, role }) => withName(named(index.person.get(person)), (reference) => ({ person: reference, role }))));
  const hosts = (roles: Activity['hosts']) =>
    each(
      roles.map(({ organisation, role }) =>
        withName(named(index.organisation.get(organisation)), (reference) => ({ organisation: reference, role })),
      ),
    );

  const session = (activity: Activity, item: Session): Shape<'session'> => {
    const { room, results, ...rest } = item;
    return {
      ...rest,
      activity: { id: activity.id, slug: activity.slug, title: activity.title },
      timeZone: index.zoneOf(activity),
      room: place(room ?? activity.room),
      people: people(item.people),
      results: results.flatMap((id) => {
        const found = index.result.get(id);
        return found ? { id, slug: found.slug, title: found.title } : [];
      }),
      page: home + pathOfSession(activity, item),
    };
  };

  const activitySummary = (item: Activity): Shape<'activitySummary'> => {
    const { id, guid, number, slug, board, kind, state, title, subtitle, startsAt, endsAt, languages, interpretation, access, sample } =
      item;
    return {
      ...{ id, guid, number, slug, board, kind, state, title, subtitle, startsAt, endsAt, languages, interpretation, access, sample },
      timeZone: index.zoneOf(item),
      room: place(item.room),
      venue: item.room ? named(index.venueOf(item.room)) : null,
      focus: item.focus ? named(index.focus.get(item.focus)) : null,
      topic: item.topic ? named(index.topic.get(item.topic)) : null,
      sessions: item.sessions.length,
      page: home + pathOfActivity(item),
    };
  };

  return {
    session,
    activitySummary,
    activity: (item: Activity): Shape<'activity'> => {
      const { abstract, description, fields, capacity, streamed, streamUrl, firstPlannedStartsAt, typeLabel, links } = item;
      return {
        ...activitySummary(item),
        ...{ abstract, description, fields, capacity, streamed, streamUrl, firstPlannedStartsAt, typeLabel, links },
        postponedAlone: item.state === 'postponed' && !waitsWithEdition(content.edition, item),
        hosts: hosts(item.hosts),
        people: people(item.people),
        sessions: item.sessions.map((one) => session(item, one)),
        revision: publication.revisions[item.id] ?? null,
      };
    },
    person: ({ hidden: _hidden, portrait, ...item }: Person): Shape<'person'> => ({
      ...item,
      portrait: portrait ? publicUrl + pathOfPortrait(portrait) : null,
      affiliations: each(
        item.affiliations.map(({ organisation, position }) =>
          withName(named(index.organisation.get(organisation)), (reference) => ({ organisation: reference, position })),
        ),
      ),
      page: home + pathOfPerson(item),
    }),
    organisation: (item: Organisation): Shape<'organisation'> => ({
      ...item,
      parent: item.parent ? named(index.organisation.get(item.parent)) : null,
      page: home + pathOfOrganisation(item),
    }),
    place: ({ layouts: _layouts, parallel: _parallel, ...item }: Place): Shape<'place'> => ({
      ...item,
      parent: place(item.parent),
      timeZone: index.pathOf(item.id).find((at) => at.timeZone)?.timeZone ?? content.edition.timeZone,
      page: home + pathOfPlace(item),
    }),
    result: (item: Result): Shape<'result'> => ({
      ...item,
      owners: each(item.owners.map((id) => named(index.organisation.get(id)))),
      page: home + pathOfResult(item),
    }),
    edition: (summary: EditionSummary): Shape<'edition'> => {
      const { edition, series, focuses, topics, fields, letters = [] } = content;
      const { about, languages, dateChanges, figures, milestones } = edition;
      const { id, slug, name, theme, founded } = series;
      return {
        ...presentSummary(publicUrl, summary),
        series: { id, slug, name, theme, about: series.about, founded },
        ...{ about, languages, dateChanges, figures, milestones, focuses, topics, fields, letters },
        hosts: hosts(edition.hosts),
      };
    },
  };
}

const withName = <Reference, Told>(reference: Reference | null, tell: (reference: Reference) => Told): Told | null =>
  reference === null ? null : tell(reference);
