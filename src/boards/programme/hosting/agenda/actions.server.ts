import { sql } from 'kysely';
import { z } from 'zod';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { revised } from '#registry/revise.ts';
import type { Localised } from '#registry/text.ts';
import { PERSON_ROLES, SESSION_KINDS } from '../../content.ts';
import { instant } from '../../time.ts';
import { address, holdHosted, hostedSubject, tellChanged } from '../hosted.server.ts';
import { type Agenda, type AgendaSession, leaves } from './model.ts';
import { foreignSession, holdAgenda, stampOf, writeAgenda } from './store.server.ts';

const moment = z.iso.datetime({ offset: true }).transform((text) => instant(text));
const language = z.string().regex(/^[a-z]{2,3}$/);
/** Words by language; how far a translation is out of date is found out here, never believed. */
const texts = z.object({ texts: z.record(language, z.string().max(4000)) });

const session = z.object({
  id: z.uuid(),
  kind: z.enum(SESSION_KINDS),
  title: texts,
  abstract: texts.nullable(),
  startsAt: moment,
  endsAt: moment,
  languages: z.array(language).max(20),
  cancelled: z.boolean(),
  people: z.array(z.object({ person: z.uuid(), role: z.enum(PERSON_ROLES) })).max(60),
});

export type AgendaRefusal =
  | { is: 'stale'; agenda: AgendaSession[]; stamp: string }
  | { is: 'untitled'; session: string }
  | { is: 'ends-before-it-starts'; session: string }
  | { is: 'outside'; session: string }
  /** It is one of another activity, or stands twice. */
  | { is: 'foreign-session'; session: string }
  | { is: 'unknown-person'; person: string };

/** The whole agenda at once, over the one that its editor saw (`stamp`). Over any other nothing is saved, and the other is told. */
export const editAgenda = verb({
  name: 'activity.edit-agenda',
  input: z.object({ ...address, stamp: z.string().max(40), sessions: z.array(session).max(200), tab: z.string().max(60).optional() }),
  permission: 'edit activity',
  subject: hostedSubject,
  async run({ tx, input, actor, note }) {
    const refuse = (problem: AgendaRefusal) => refused(problem);
    const activity = (await holdHosted(tx, input))!;
    const before = await holdAgenda(tx, activity.id);
    if (stampOf(before) !== input.stamp) return refuse({ is: 'stale', agenda: before, stamp: stampOf(before) });
    const known = new Map(before.map((one) => [one.id, one]));
    const foreign = await foreignSession(tx, activity.id, input.sessions);
    if (foreign) return refuse({ is: 'foreign-session', session: foreign });
    const agenda: AgendaSession[] = [];
    for (const given of input.sessions) {
      const was = known.get(given.id);
      const title = revised(was?.title ?? null, given.title.texts);
      if (!title) return refuse({ is: 'untitled', session: given.id });
      if (given.endsAt <= given.startsAt) return refuse({ is: 'ends-before-it-starts', session: given.id });
      const bounds = activity.startsAt && activity.endsAt ? { startsAt: activity.startsAt, endsAt: activity.endsAt } : null;
      const stayed = was?.startsAt === given.startsAt && was.endsAt === given.endsAt;
      if (bounds && !stayed && leaves(given, bounds)) return refuse({ is: 'outside', session: given.id });
      agenda.push({ ...given, title, abstract: revised(was?.abstract ?? null, given.abstract?.texts ?? emptied(was?.abstract)) });
    }
    agenda.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
    const people = [...new Set(agenda.flatMap((one) => one.people.map(({ person }) => person)))];
    const there = people.length === 0 ? [] : await tx.selectFrom('person').select('id').where('id', 'in', people).execute();
    const missing = people.find((person) => !there.some(({ id }) => id === person));
    if (missing) return refuse({ is: 'unknown-person', person: missing });
    await writeAgenda(tx, { activity: activity.id, edition: activity.edition.id }, before, agenda);
    await sql`update activity set version = version + 1 where id = ${activity.id}`.execute(tx);
    const stamp = stampOf(await holdAgenda(tx, activity.id));
    const changed = agendaNote(before, agenda);
    note({ subject: `activity ${activity.id}`, before: changed.before, after: changed.after });
    await tellChanged(tx, activity.id, 'agenda', input.tab ?? actor.name);
    return done({ stamp });
  },
});

const emptied = (text: Localised | null | undefined): Record<string, string> =>
  Object.fromEntries(Object.keys(text?.texts ?? {}).map((code) => [code, '']));

/** For the audit trail: only the sessions that are others now. */
function agendaNote(before: Agenda, after: Agenda): { before: unknown; after: unknown } {
  const differs = (one: AgendaSession, among: Agenda) => JSON.stringify(among.find(({ id }) => id === one.id)) !== JSON.stringify(one);
  return {
    before: { sessions: before.filter((one) => differs(one, after)) },
    after: { sessions: after.filter((one) => differs(one, before)) },
  };
}
