/** What the frame of the desks shows: which editions somebody works on, and the edition that a desk is about. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { type Grant, type Permission, PERMISSIONS, roleMay } from '#platform/permissions.ts';
import { view } from '#platform/view.server.ts';
import { aheadAt } from '#registry/ahead.server.ts';
import { waitingAt } from '#registry/attention.server.ts';
import { editionSubject, reachingInto } from '#registry/subjects.server.ts';
import type { Localised } from '#registry/text.ts';
import type { EditionStatus, PlainDate, Uuid } from '../content.ts';
import { stillToDo } from '../hosting/tasks/open.server.ts';
import { readContent } from '../store.server.ts';
import { localDate } from '../time.ts';
import { publicView } from '../versions.ts';

export interface DeskEdition {
  id: Uuid;
  series: Uuid;
  slug: string;
  year: number;
  name: Localised;
  status: EditionStatus;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
  timeZone: string;
  languages: string[];
  /** The number of the current publication; `null` before the first. */
  number: number | null;
  sample: boolean;
}

const editions = async (db: Kysely<DB>, slug: string | null): Promise<DeskEdition[]> =>
  (
    await sql<DeskEdition>`
      select e.id, e.series_id as series, e.slug, e.year, e.name, e.status, e.starts_on as "startsOn", e.ends_on as "endsOn",
        e.time_zone as "timeZone", e.languages, e.sample, (select max(p.number) from publication p where p.edition_id = e.id) as number
      from edition e where ${slug}::text is null or e.slug = ${slug}
      order by e.year desc, e.slug`.execute(db)
  ).rows;

/** Every permission that these grants hold towards anything. */
const heldBy = (grants: readonly Grant[]): Permission[] =>
  PERMISSIONS.filter((permission) => grants.some(({ role }) => roleMay(role, permission)));

/** The editions that the account works on, newest first, with its roles in each. */
export const myDesks = view({
  name: 'desks',
  input: z.object({}),
  permission: 'read account',
  subject: 'own',
  async run({ db, actor }) {
    const found = [];
    for (const edition of await editions(db, null)) {
      const grants = await reachingInto(db, actor.grants, edition);
      if (grants.length > 0) found.push({ ...edition, roles: [...new Set(grants.map(({ role }) => role))] });
    }
    return found;
  },
});

/** One edition's desk: for whoever has a role anywhere in it, with what that allows there. */
export const desk = view({
  name: 'desk',
  input: z.object({ edition: z.string() }),
  permission: 'read account',
  subject: 'own',
  async run({ db, input, actor }) {
    const [edition] = await editions(db, input.edition);
    if (!edition) return null;
    const grants = await reachingInto(db, actor.grants, edition);
    if (grants.length === 0) return null;
    return { edition, roles: [...new Set(grants.map(({ role }) => role))], permissions: heldBy(grants) };
  },
});

/** The working state of an edition as it stands and as the public would read it if all that is scheduled were published now. */
export const workingContent = view({
  name: 'programme.working',
  input: z.object({ edition: z.string() }),
  permission: 'read fact',
  subject: editionSubject,
  async run({ db, input, now }) {
    const content = await readContent(db, input.edition);
    if (!content) return null;
    const activities = content.activities.map((activity) =>
      activity.state === 'scheduled' ? { ...activity, state: 'published' as const } : activity,
    );
    return { content: publicView({ ...content, activities }), asOf: now };
  },
});

/** So many of the days that come next. */
const MOST_AHEAD = 8;

/** What waits for a decision, what comes next, how far the edition is, and one's own activities: the first page of its desk. */
export const deskOverview = view({
  name: 'desk.overview',
  input: z.object({ edition: z.string() }),
  permission: 'read account',
  subject: 'own',
  async run({ db, input, actor, may, now }) {
    const [edition] = await editions(db, input.edition);
    if (!edition) return null;
    const grants = await reachingInto(db, actor.grants, edition);
    if (grants.length === 0) return null;
    const whole = { series: edition.series, edition: edition.id };
    const held = (permission: Permission) => may(permission, whole);
    const today = localDate(now, edition.timeZone);
    const waiting = await waitingAt(db, { edition, now }, held);
    const ahead = await aheadAt(db, { edition, today }, held, MOST_AHEAD);
    const { rows } = await sql<OverviewFigures>`
      select count(*) filter (where counts)::int as activities,
        count(*) filter (where counts and starts_at is not null and room_id is not null)::int as placed,
        count(*) filter (where counts and state not in ('planned', 'scheduled'))::int as public,
        (select count(distinct organisation_id)::int from activity_organisation o join activity x on x.id = o.activity_id
          where x.edition_id = ${edition.id} and o.role in ('lead', 'host')) as hosts
      from (select a.*, takes_place(a, e) as counts from activity a join edition e on e.id = a.edition_id
        where e.id = ${edition.id}) activity`.execute(db);
    const mine = await hostedBy(db, edition.id, grants);
    const todo = await stillToDo(
      db,
      edition.id,
      mine.map(({ id }) => id),
      now,
    );
    return {
      waiting,
      ahead,
      figures: may('read activity', whole) ? rows[0]! : null,
      mine: mine.map(({ id, ...activity }) => ({ ...activity, todo: todo.get(id) ?? { open: 0, late: 0, nextDue: null } })),
      today,
    };
  },
});

interface OverviewFigures {
  activities: number;
  placed: number;
  public: number;
  hosts: number;
}

/** The activities that these grants reach by their organisation or by themselves. */
async function hostedBy(db: Kysely<DB>, edition: Uuid, grants: readonly Grant[]): Promise<{ id: Uuid; slug: string; title: Localised }[]> {
  const organisations = grants.flatMap(({ scope }) => (scope.is === 'organisation' ? [scope.organisation] : []));
  const activities = grants.flatMap(({ scope }) => (scope.is === 'activity' ? [scope.activity] : []));
  if (organisations.length + activities.length === 0) return [];
  return (
    await sql<{ id: Uuid; slug: string; title: Localised }>`
      select a.id, a.slug, a.title from activity a where a.edition_id = ${edition} and (a.id = any(${activities}::uuid[]) or exists (
        select from activity_organisation o where o.activity_id = a.id and o.role in ('lead', 'host', 'co-host')
          and o.organisation_id = any(${organisations}::uuid[])))
      order by a.position`.execute(db)
  ).rows;
}
