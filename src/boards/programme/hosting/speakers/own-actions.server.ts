/** What a speaker does: answers, writes their page, says when they cannot come and what they need, hands in slides. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { keepFile, letGo } from '#platform/files/files.server.ts';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { revised } from '#registry/revise.ts';
import type { Localised } from '#registry/text.ts';
import { instant, offsetMinutes } from '../../time.ts';
import { address, blank, holdHosted, json, jsonOrNull, tellChanged, texts, ticked } from '../hosted.server.ts';
import { dropPortrait, holdPage, takePortrait } from './portraits.server.ts';
import { enterEdition, joinOrganisation, organisationNamed } from './registry.server.ts';
import { holdAppearance, writeAppearance } from './store.server.ts';

const own = { person: z.uuid() };
const ownSubject = (_: unknown, { person }: { person: string }) => ({ people: [person] });
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const zone = z
  .string()
  .max(64)
  .refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC');

/** An hour as a form has it, on the wall of a zone. */
function onWall(text: string, name: string): string {
  const guess = Date.parse(`${text}:00Z`);
  return instant(guess - offsetMinutes(instant(guess - offsetMinutes(instant(guess), name) * 60_000), name) * 60_000);
}

export type OwnProblem =
  | { is: 'no-part' }
  | { is: 'not-asked' }
  | { is: 'stale' }
  | { is: 'nameless' }
  | { is: 'no-file' }
  | { is: 'wrong-orcid' }
  | { is: 'ends-before-it-starts' };

/** Confirms or declines; an answer can be changed until the activity is over. */
export const answerInvitation = verb({
  name: 'appearance.answer',
  input: z.object({ ...own, ...address, answer: z.enum(['confirmed', 'declined']), note: z.string().trim().max(2000).default('') }),
  permission: 'answer appearance',
  subject: ownSubject,
  async run({ tx, input, actor, now, note, emit }) {
    const activity = await holdHosted(tx, input);
    const before = activity && (await holdAppearance(tx, activity.id, input.person));
    if (!activity || !before) return refused<OwnProblem>({ is: 'no-part' });
    await writeAppearance(
      tx,
      { activity: activity.id, person: input.person },
      { state: input.answer, answered_at: now, answer: input.note || null },
    );
    note({
      subject: `activity ${activity.id}`,
      before: { speaker: input.person, state: before.state },
      after: { speaker: input.person, state: input.answer },
    });
    emit({ is: 'appearance-answered', activity: activity.id, person: input.person, answer: input.answer, before: before.state });
    await tellChanged(tx, activity.id, 'speakers', actor.name);
    return done({ answer: input.answer });
  },
});

/** Travel and what makes the stay possible; read by the host and the office alone. */
export const tellTravel = verb({
  name: 'appearance.travel',
  input: z.object({
    ...own,
    ...address,
    arrives: z.preprocess(blank, local.nullable()),
    leaves: z.preprocess(blank, local.nullable()),
    from: z.string().trim().max(200).default(''),
    visa: ticked,
    hotel: ticked,
    diet: z.string().trim().max(500).default(''),
    access: z.string().trim().max(500).default(''),
  }),
  permission: 'answer appearance',
  subject: ownSubject,
  async run({ tx, input, actor, note }) {
    const activity = await holdHosted(tx, input);
    const before = activity && (await holdAppearance(tx, activity.id, input.person));
    if (!activity || !before) return refused<OwnProblem>({ is: 'no-part' });
    const { from, visa, hotel, diet, access } = input;
    const at = (text: string | null) => text && onWall(text, activity.zone);
    const travel = { arrives: at(input.arrives), leaves: at(input.leaves), from, visa, hotel, diet, access };
    if (travel.arrives && travel.leaves && travel.leaves < travel.arrives) return refused<OwnProblem>({ is: 'ends-before-it-starts' });
    await writeAppearance(tx, { activity: activity.id, person: input.person }, { travel });
    // What somebody eats or needs is nobody's business but that of those who look after them: the trail says that it changed, not how.
    note({ subject: `activity ${activity.id}`, after: { speaker: input.person, travel: 'told' } });
    await tellChanged(tx, activity.id, 'speakers', actor.name);
    return done({});
  },
});

const HIDEABLE = ['country', 'biography', 'orcid', 'languages', 'affiliations'] as const;

/** The digit that ends an ORCID follows from the others (ISO 7064, MOD 11-2). */
export function isOrcid(text: string): boolean {
  const match = /^(\d{4}-\d{4}-\d{4}-\d{3})([\dX])$/.exec(text);
  if (!match) return false;
  const total = [...match[1]!.replaceAll('-', '')].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return match[2] === (check === 10 ? 'X' : String(check));
}

/** The speaker's page: names in scripts, biography by language, affiliation, and what of it the public reads. */
export const writeMyPage = verb({
  name: 'appearance.write-page',
  input: z.object({
    ...own,
    version: z.coerce.number().int(),
    name: texts(200),
    biography: texts(5000),
    approved: z.array(z.string().max(40)).default([]),
    organisation: z.string().trim().max(300).default(''),
    position: texts(200),
    orcid: z.preprocess(
      (value) =>
        typeof value === 'string'
          ? value
              .trim()
              .replace(/^https?:\/\/orcid\.org\//, '')
              .toUpperCase() || null
          : null,
      z.string().max(30).nullable(),
    ),
    country: z.preprocess(
      blank,
      z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
    ),
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).default([]),
    /** Fields that the public reads. */
    public: z.array(z.enum(HIDEABLE)).default([]),
    portrait: z.preprocess(blank, z.uuid().nullable()),
    removePortrait: ticked,
  }),
  permission: 'answer appearance',
  subject: ownSubject,
  async run({ tx, input, actor, now, note }) {
    const refuse = (problem: OwnProblem) => refused(problem);
    const { person } = input;
    if (input.orcid && !isOrcid(input.orcid)) return refuse({ is: 'wrong-orcid' });
    const page = await holdPage(tx, person);
    if (page.version !== input.version) return refuse({ is: 'stale' });
    const before = await tx.selectFrom('person').selectAll().where('id', '=', person).forUpdate().executeTakeFirstOrThrow();
    const name = revised(before.name as unknown as Localised, input.name);
    if (!name) return refuse({ is: 'nameless' });
    const after = {
      name: json(name),
      biography: jsonOrNull(revised(before.biography as unknown as Localised | null, input.biography, input.approved)),
      orcid: input.orcid,
      country: input.country,
      languages: input.languages,
      hidden: HIDEABLE.filter((field) => !input.public.includes(field)),
    };
    await tx.updateTable('person').set(after).where('id', '=', person).execute();
    if (input.organisation) await affiliate(tx, person, input.organisation, input.position);
    let { portrait } = page;
    if (input.portrait) {
      portrait = await takePortrait(tx, page, { file: input.portrait, account: actor.account, by: 'speaker' }, now);
      if (!portrait) return refuse({ is: 'no-file' });
    } else if (input.removePortrait && portrait) {
      await dropPortrait(tx, page, 'speaker');
      portrait = null;
    }
    await tx
      .updateTable('person_page')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('person_id', '=', person)
      .execute();
    note({
      subject: `person ${person}`,
      before: { name: before.name, biography: before.biography, hidden: before.hidden, portrait: page.portrait },
      after: { name, biography: after.biography && JSON.parse(after.biography), hidden: after.hidden, portrait },
    });
    return done({});
  },
});

async function affiliate(
  tx: Parameters<typeof organisationNamed>[0],
  person: string,
  text: string,
  position: Record<string, string>,
): Promise<void> {
  const organisation = await organisationNamed(tx, text);
  const was = await tx
    .selectFrom('membership')
    .select('position')
    .where('person_id', '=', person)
    .where('organisation_id', '=', organisation.id)
    .executeTakeFirst();
  await joinOrganisation(tx, person, organisation.id, revised((was?.position ?? null) as unknown as Localised | null, position));
  const editions = await tx
    .selectFrom('edition_registry')
    .select('edition_id')
    .where('kind', '=', 'person')
    .where('entry', '=', person)
    .execute();
  for (const { edition_id } of editions) {
    await enterEdition(tx, edition_id, { kind: 'organisation', entry: organisation.id, name: organisation.name });
  }
}

/** Hours in which the speaker cannot be anywhere, on the wall of a zone. */
export const addAbsence = verb({
  name: 'appearance.add-absence',
  input: z.object({ ...own, from: local, until: local, zone, note: z.string().trim().max(500).default('') }),
  permission: 'answer appearance',
  subject: ownSubject,
  async run({ tx, input, note }) {
    const [starts_at, ends_at] = [onWall(input.from, input.zone), onWall(input.until, input.zone)];
    if (ends_at <= starts_at) return refused<OwnProblem>({ is: 'ends-before-it-starts' });
    await tx
      .insertInto('person_absence')
      .values({ id: randomUUID(), person_id: input.person, starts_at, ends_at, note: input.note || null })
      .execute();
    note({ subject: `person ${input.person}`, after: { absent: { startsAt: starts_at, endsAt: ends_at } } });
    return done({});
  },
});

export const removeAbsence = verb({
  name: 'appearance.remove-absence',
  input: z.object({ ...own, absence: z.uuid() }),
  permission: 'answer appearance',
  subject: ownSubject,
  async run({ tx, input, note }) {
    const gone = await tx
      .deleteFrom('person_absence')
      .where('id', '=', input.absence)
      .where('person_id', '=', input.person)
      .returning(['starts_at', 'ends_at'])
      .executeTakeFirst();
    if (gone) note({ subject: `person ${input.person}`, before: { absent: { startsAt: gone.starts_at, endsAt: gone.ends_at } } });
    return done({});
  },
});

export const handInSlides = verb({
  name: 'appearance.hand-in-slides',
  input: z.object({ ...own, ...address, file: z.uuid(), session: z.preprocess(blank, z.uuid().nullable()) }),
  permission: 'answer appearance',
  subject: ownSubject,
  async run({ tx, input, actor, now, note }) {
    const activity = await holdHosted(tx, input);
    const speaker = activity && (await holdAppearance(tx, activity.id, input.person));
    if (!activity || !speaker) return refused<OwnProblem>({ is: 'no-part' });
    const only = speaker.parts.flatMap(({ session }) => (session ? [session.id] : []));
    const session = only.find((id) => id === input.session) ?? (only.length === 1 ? only[0]! : null);
    const belongs = { activity: activity.id, person: input.person, readWith: ['read activity', 'read appearance'] as const };
    const kept = await keepFile(tx, { file: input.file, account: actor.account, ...belongs }, now);
    if (!kept) return refused<OwnProblem>({ is: 'no-file' });
    await tx
      .insertInto('slides')
      .values({
        id: randomUUID(),
        activity_id: activity.id,
        session_id: session,
        person_id: input.person,
        file_id: kept.id,
        uploaded_at: now,
        uploaded_by: actor.name,
      })
      .execute();
    note({ subject: `activity ${activity.id}`, after: { speaker: input.person, slides: kept.name } });
    await tellChanged(tx, activity.id, 'speakers', actor.name);
    return done({ name: kept.name });
  },
});

export const takeBackSlides = verb({
  name: 'appearance.take-back-slides',
  input: z.object({ ...own, slides: z.uuid() }),
  permission: 'answer appearance',
  subject: ownSubject,
  async run({ tx, input, actor, note }) {
    const gone = await tx
      .deleteFrom('slides')
      .where('id', '=', input.slides)
      .where('person_id', '=', input.person)
      .returning(['file_id', 'activity_id'])
      .executeTakeFirst();
    if (!gone) return refused<OwnProblem>({ is: 'no-file' });
    await letGo(tx, gone.file_id);
    note({ subject: `activity ${gone.activity_id}`, before: { speaker: input.person, slides: gone.file_id } });
    await tellChanged(tx, gone.activity_id, 'speakers', actor.name);
    return done({});
  },
});
