/** What a host's team does about its speakers. */
import { sql } from 'kysely';
import { z } from 'zod';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { revised } from '#registry/revise.ts';
import { type Localised, textIn } from '#registry/text.ts';
import { PERSON_ROLES } from '../../content.ts';
import { address, blank, holdHosted, hostedSubject, mail, tellChanged, texts } from '../hosted.server.ts';
import { invitationMail } from './mail.ts';
import { enterEdition, newPerson, organisationNamed } from './registry.server.ts';
import { givePart, holdAppearance, makeLink, provideAppearance, takeParts, writeAppearance } from './store.server.ts';

export type SpeakerProblem =
  | { is: 'nameless' }
  | { is: 'unknown-person' }
  | { is: 'unknown-session' }
  | { is: 'no-part' }
  | { is: 'no-address' }
  | { is: 'already-confirmed' };

/** Somebody of the registry (`person`), or somebody new by name, takes part: in a session, or in the whole activity. */
export const addSpeaker = verb({
  name: 'activity.add-speaker',
  input: z.object({
    ...address,
    person: z.preprocess(blank, z.uuid().nullable()),
    name: texts(200),
    organisation: z.string().trim().max(300).default(''),
    position: texts(200),
    country: z.preprocess(
      blank,
      z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
    ),
    session: z.preprocess(blank, z.uuid().nullable()),
    role: z.enum(PERSON_ROLES),
    email: z.preprocess(blank, mail.nullable()),
    language: z.enum(['zh', 'en']).default('zh'),
  }),
  permission: 'edit activity',
  subject: hostedSubject,
  async run({ tx, input, actor, note }) {
    const refuse = (problem: SpeakerProblem) => refused(problem);
    const activity = (await holdHosted(tx, input))!;
    let { person } = input;
    let name = revised(null, input.name);
    if (person) {
      const known = await tx.selectFrom('person').select('name').where('id', '=', person).executeTakeFirst();
      if (!known) return refuse({ is: 'unknown-person' });
      name = known.name as unknown as Localised;
    } else {
      if (!name) return refuse({ is: 'nameless' });
      const organisation = input.organisation ? await organisationNamed(tx, input.organisation) : null;
      if (organisation)
        await enterEdition(tx, activity.edition.id, { kind: 'organisation', entry: organisation.id, name: organisation.name });
      person = await newPerson(tx, {
        name,
        organisation: organisation?.id ?? null,
        position: revised(null, input.position),
        country: input.country,
      });
    }
    await enterEdition(tx, activity.edition.id, { kind: 'person', entry: person, name: name! });
    const { session, role } = input;
    if (!(await givePart(tx, { activity: activity.id, person, session, role }))) return refuse({ is: 'unknown-session' });
    await provideAppearance(tx, activity.id, person);
    if (input.email) await writeAppearance(tx, { activity: activity.id, person }, { email: input.email, language: input.language });
    await sql`update activity set version = version + 1 where id = ${activity.id}`.execute(tx);
    note({ subject: `activity ${activity.id}`, after: { speaker: person, role, session } });
    await tellChanged(tx, activity.id, 'speakers', actor.name);
    return done({ person });
  },
});

/** All of somebody's parts in the activity end; the registry keeps who they are. */
export const removeSpeaker = verb({
  name: 'activity.remove-speaker',
  input: z.object({ ...address, person: z.uuid() }),
  permission: 'edit activity',
  subject: hostedSubject,
  async run({ tx, input, actor, note }) {
    const activity = (await holdHosted(tx, input))!;
    const before = await holdAppearance(tx, activity.id, input.person);
    if (!before) return refused<SpeakerProblem>({ is: 'no-part' });
    await takeParts(tx, activity.id, input.person);
    await sql`update activity set version = version + 1 where id = ${activity.id}`.execute(tx);
    note({ subject: `activity ${activity.id}`, before: { speaker: input.person, state: before.state, parts: before.parts } });
    await tellChanged(tx, activity.id, 'speakers', actor.name);
    return done({ person: input.person });
  },
});

/**
 * Asks somebody by mail. Whoever has an account is written there, whatever address was typed: a link signs in to the account of its own
 * address and never to another.
 */
export const inviteSpeaker = verb({
  name: 'activity.invite-speaker',
  input: z.object({
    ...address,
    person: z.uuid(),
    email: z.preprocess(blank, mail.nullable()),
    language: z.enum(['zh', 'en']),
    message: z.string().trim().max(2000).default(''),
  }),
  permission: 'invite to activity',
  subject: hostedSubject,
  async run({ tx, input, actor, now, note }) {
    const refuse = (problem: SpeakerProblem) => refused(problem);
    const activity = (await holdHosted(tx, input))!;
    const { person, language } = input;
    const speaker = await holdAppearance(tx, activity.id, person);
    if (!speaker) return refuse({ is: 'no-part' });
    if (speaker.state === 'confirmed') return refuse({ is: 'already-confirmed' });
    const account = await tx
      .selectFrom('account')
      .select(['id', 'email'])
      .where('person_id', '=', person)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    const to = account?.email ?? input.email ?? speaker.email;
    if (!to) return refuse({ is: 'no-address' });
    const key = { activity: activity.id, person };
    await writeAppearance(tx, key, { state: 'invited', email: to, language, invited_at: now, answered_at: null });
    const token = await makeLink(tx, { ...key, email: to }, now);
    const name = textIn(speaker.name, language);
    const { parts } = speaker;
    const message = invitationMail(
      { activity, parts, name, email: to, account: account?.id ?? null, token, message: input.message },
      language,
    );
    const batch = {
      edition: activity.edition.id,
      kind: 'speaker-invitation',
      about: `activity ${activity.id}`,
      title: activity.title,
      by: actor.name,
      held: false,
    };
    await writeMessages(tx, { ...batch, messages: [message] }, now);
    note({
      subject: `activity ${activity.id}`,
      before: { speaker: person, state: speaker.state },
      after: { speaker: person, state: 'invited' },
    });
    await tellChanged(tx, activity.id, 'speakers', actor.name);
    return done({ person, to });
  },
});
