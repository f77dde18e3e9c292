import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import type { Localised } from '#registry/text.ts';
import type { Uuid } from '../../content.ts';
import { readAgenda } from '../agenda/store.server.ts';
import { address, hostedAt, hostedSubject } from '../hosted.server.ts';
import { linkOf } from './invitations.server.ts';
import type { Travel } from './model.ts';
import { readSpeakers } from './store.server.ts';

export const speakersDesk = view({
  name: 'activity.speakers',
  input: z.object(address),
  permission: 'read activity',
  subject: hostedSubject,
  async run({ db, input, may }) {
    const activity = (await hostedAt(db, input))!;
    const [speakers, agenda] = await Promise.all([readSpeakers(db, activity.id), readAgenda(db, activity.id)]);
    const sessions = agenda.filter(({ kind }) => kind !== 'break');
    const mayInvite = may('invite to activity');
    return {
      activity,
      // Addresses, and what somebody eats or needs, are for those who look after them.
      speakers: mayInvite ? speakers : speakers.map((speaker) => ({ ...speaker, email: null, travel: {} as Travel })),
      sessions,
      mayEdit: may('edit activity'),
      mayInvite,
    };
  },
});

/** The file of a speaker's portrait, whether the public sees it or not; `null` where there is none. */
export const speakerPortrait = view({
  name: 'activity.portrait',
  input: z.object({ ...address, person: z.uuid() }),
  permission: 'read activity',
  subject: hostedSubject,
  async run({ db, input }) {
    const activity = (await hostedAt(db, input))!;
    const [speaker] = await readSpeakers(db, activity.id, input.person);
    if (!speaker?.portrait) return null;
    const file = await db
      .selectFrom('file')
      .select(['name', 'type', 'sha256'])
      .where('id', '=', speaker.portrait)
      .where('kept_at', 'is not', null)
      .executeTakeFirst();
    return file ?? null;
  },
});

export interface FoundPerson {
  id: Uuid;
  name: Localised;
  affiliation: Localised | null;
}

/** People of the registry by a part of their name in any script, or of their organisation's: what the public could read of them, no more. */
export const findPeople = view({
  name: 'people.found',
  input: z.object({ ...address, q: z.string().trim().max(100).default('') }),
  permission: 'invite to activity',
  subject: hostedSubject,
  async run({ db, input }) {
    if ([...input.q].length < 2 && !/\p{Script=Han}/u.test(input.q)) return { people: [] as FoundPerson[] };
    const like = `%${input.q.replace(/[\\%_]/g, (one) => `\\${one}`)}%`;
    const { rows } = await sql<FoundPerson>`
      select p.id, p.name, case when 'affiliations' = any(p.hidden) then null else o.name end as affiliation
      from person p left join lateral (select o.name from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = p.id order by m.rank limit 1) o on true
      where exists (select from jsonb_each_text(p.name::jsonb -> 'texts') t where unaccent(t.value) ilike unaccent(${like}))
        or (not 'affiliations' = any(p.hidden) and exists (select from jsonb_each_text(o.name::jsonb -> 'texts') t where t.value ilike ${like}))
      order by p.id limit 20`.execute(db);
    return { people: rows };
  },
});

/** What a link in an invitation is about; `null` for one that never was. */
export const speakerInvitation = view({
  name: 'appearance.invitation',
  input: z.object({ token: z.string().max(60) }),
  permission: 'read publication',
  subject: () => ({}),
  async run({ db, input, now }) {
    const link = await linkOf(db, input.token, now);
    return link && { name: link.name, title: link.title, edition: link.edition, state: link.state, startsAt: link.startsAt };
  },
});
