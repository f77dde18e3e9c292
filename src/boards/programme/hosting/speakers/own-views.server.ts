/** What a speaker sees: their appearances in every edition, and their own page. */
import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import type { Localised } from '#registry/text.ts';
import type { HideableField, Instant, PlainDate, Uuid } from '../../content.ts';
import { address, hostedAt } from '../hosted.server.ts';
import type { Absence, AppearanceState, PortraitBy } from './model.ts';
import { readSpeakers } from './store.server.ts';

export interface OwnAppearance {
  edition: { slug: string; name: Localised };
  activity: { slug: string; title: Localised; startsAt: Instant | null; endsAt: Instant | null; zone: string; place: Localised | null };
  state: AppearanceState;
  parts: number;
  slides: number;
  /** It is past. */
  over: boolean;
}

const own = { person: z.uuid() };
const ownSubject = (_: unknown, { person }: { person: string }) => ({ people: [person] });

/** Soonest first, those that wait for an answer before all; what is past comes last. */
export const myAppearances = view({
  name: 'appearances',
  input: z.object(own),
  permission: 'read appearance',
  subject: ownSubject,
  async run({ db, input, now }) {
    const { rows } = await sql<OwnAppearance>`
      with mine as (
        select activity_id, count(*)::int as parts from (
          select activity_id from activity_person where person_id = ${input.person}
          union all select s.activity_id from session_person p join session s on s.id = p.session_id where p.person_id = ${input.person}
          union all select activity_id from appearance where person_id = ${input.person}
        ) x group by activity_id
      )
      select json_build_object('slug', e.slug, 'name', e.name) as edition,
        json_build_object('slug', a.slug, 'title', a.title, 'startsAt', instant_text(a.starts_at), 'endsAt', instant_text(a.ends_at),
          'zone', e.time_zone, 'place', r.name) as activity,
        coalesce(x.state, 'added') as state, mine.parts,
        (select count(*)::int from slides l where l.activity_id = a.id and l.person_id = ${input.person}) as slides, coalesce(a.ends_at < ${now}, false) as over
      from mine join activity a on a.id = mine.activity_id join edition e on e.id = a.edition_id left join place r on r.id = a.room_id
        left join appearance x on x.activity_id = a.id and x.person_id = ${input.person}
      where e.status not in ('closed', 'archived') and a.state <> 'cancelled'
      order by over, (coalesce(x.state, 'added') = 'invited') desc, a.starts_at nulls last, a.number`.execute(db);
    return { appearances: rows };
  },
});

/** One appearance, as its speaker sees it. */
export const myAppearance = view({
  name: 'appearance',
  input: z.object({ ...own, ...address }),
  permission: 'read appearance',
  subject: ownSubject,
  async run({ db, input }) {
    const activity = await hostedAt(db, input);
    if (!activity) return null;
    const [speaker] = await readSpeakers(db, activity.id, input.person);
    if (!speaker) return null;
    const contacts = await sql<{
      name: Localised;
    }>`select o.name from activity_organisation h join organisation o on o.id = h.organisation_id
      where h.activity_id = ${activity.id} and h.role in ('lead', 'host') order by h.position`.execute(db);
    return { activity, speaker, hosts: contacts.rows.map(({ name }) => name) };
  },
});

export interface OwnPage {
  name: Localised;
  biography: Localised | null;
  orcid: string | null;
  country: string | null;
  languages: string[];
  hidden: HideableField[];
  affiliation: { name: Localised; position: Localised | null } | null;
  portrait: Uuid | null;
  portraitBy: PortraitBy;
  version: number;
  absences: Absence[];
}

/** What the registry has of the speaker, to be written by them, and when they cannot come. */
export const myPage = view({
  name: 'appearance.page',
  input: z.object(own),
  permission: 'read appearance',
  subject: ownSubject,
  async run({ db, input }) {
    const { rows } = await sql<OwnPage>`
      select p.name, p.biography, p.orcid, p.country, p.languages, p.hidden, pp.portrait_id as portrait, pp.portrait_by as "portraitBy",
        coalesce(pp.version, 1) as version,
        (select json_build_object('name', o.name, 'position', m.position) from membership m join organisation o on o.id = m.organisation_id
          where m.person_id = p.id order by m.rank limit 1) as affiliation,
        (select coalesce(json_agg(json_build_object('id', b.id, 'startsAt', instant_text(b.starts_at), 'endsAt', instant_text(b.ends_at),
          'note', b.note) order by b.starts_at), '[]') from person_absence b where b.person_id = p.id) as absences
      from person p left join person_page pp on pp.person_id = p.id where p.id = ${input.person}`.execute(db);
    const editions = await sql<{ startsOn: PlainDate; endsOn: PlainDate; zone: string }>`
      select starts_on as "startsOn", ends_on as "endsOn", time_zone as zone from edition where status not in ('closed', 'archived') and starts_on is not null
      order by starts_on limit 1`.execute(db);
    return rows[0] ? { page: rows[0], next: editions.rows[0] ?? null } : null;
  },
});
