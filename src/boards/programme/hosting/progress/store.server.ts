/** How far activities are: everything that rules, lists and nudges ask of them, for a whole edition in one statement. */
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Localised } from '#registry/text.ts';
import type { ActivityKind, ActivityState, Board, Instant, Uuid } from '../../content.ts';
import type { ActivityFacts } from '../tasks/rules.ts';

export interface Progress {
  id: Uuid;
  slug: string;
  number: number;
  title: Localised;
  board: Board;
  kind: ActivityKind;
  state: ActivityState;
  hosts: { id: Uuid; name: Localised }[];
  facts: ActivityFacts;
  marks: Record<string, 'done' | 'waived'>;
  lastTouched: Instant | null;
  /** Of the team, that wait for the office. */
  openQuestions: number;
  sample: boolean;
}

/** In the edition's order, without what was cancelled; some activities alone where `only` is given. */
export async function readProgress(db: Kysely<DB>, edition: Uuid, only: readonly Uuid[] | null = null): Promise<Progress[]> {
  const { rows } = await sql<Progress>`
    with a as (
      select * from activity where edition_id = ${edition} and state <> 'cancelled' and (${only}::uuid[] is null or id = any(${only}::uuid[]))
    ), parts as (
      select p.activity_id, p.person_id from activity_person p join a on a.id = p.activity_id
      union select s.activity_id, p.person_id from session_person p join session s on s.id = p.session_id join a on a.id = s.activity_id
      union select x.activity_id, x.person_id from appearance x join a on a.id = x.activity_id
    ), people as (
      select t.activity_id, json_agg(json_build_object('id', p.id, 'state', coalesce(x.state, 'added'), 'biography', p.biography is not null,
        'slides', (select count(*) from slides l where l.activity_id = t.activity_id and l.person_id = p.id))) as list
      from parts t join person p on p.id = t.person_id
        left join appearance x on x.activity_id = t.activity_id and x.person_id = t.person_id
      group by t.activity_id
    ), speaking as (
      select p.session_id, count(*)::int as people, json_agg(p.person_id) filter (where p.role in ('speaker', 'panellist')) as speakers
      from session_person p join session s on s.id = p.session_id join a on a.id = s.activity_id group by p.session_id
    ), sessions as (
      select s.activity_id, json_agg(json_build_object('title', s.title, 'break', s.kind = 'break', 'startsAt', instant_text(s.starts_at),
        'endsAt', instant_text(s.ends_at), 'people', coalesce(k.people, 0), 'speakers', coalesce(k.speakers, '[]')) order by s.starts_at) as list
      from session s join a on a.id = s.activity_id left join speaking k on k.session_id = s.id where not s.cancelled group by s.activity_id
    ), touched as (
      select subject, max(at) as at from audit_entry where subject in (select 'activity ' || id from a) group by subject
    )
    select a.id, a.slug, a.number, a.title, a.board, a.kind, a.state, a.sample,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by h.position), '[]') from activity_organisation h
        join organisation o on o.id = h.organisation_id where h.activity_id = a.id and h.role in ('lead', 'host', 'co-host')) as hosts,
      json_build_object('languages', e.languages, 'startsAt', instant_text(a.starts_at), 'endsAt', instant_text(a.ends_at),
        'texts', json_build_array(json_build_object('field', 'title', 'text', a.title), json_build_object('field', 'abstract', 'text', a.abstract),
          json_build_object('field', 'description', 'text', a.description)),
        'sessions', coalesce(sessions.list, '[]'), 'people', coalesce(people.list, '[]'),
        'guests', (select count(*) from guest g where g.activity_id = a.id),
        'wishes', exists (select from activity_wish w where w.activity_id = a.id) or exists (select from activity_need n where n.activity_id = a.id)
      ) as facts,
      (select coalesce(json_object_agg(m.task_id, m.state), '{}') from task_mark m where m.activity_id = a.id) as marks,
      instant_text(touched.at) as "lastTouched",
      (select count(*)::int from activity_question q where q.activity_id = a.id and q.answer is null and q.asked_side = 'team') as "openQuestions"
    from a join edition e on e.id = a.edition_id
      left join sessions on sessions.activity_id = a.id left join people on people.activity_id = a.id
      left join touched on touched.subject = 'activity ' || a.id
    order by a.position`.execute(db);
  return rows;
}
