/** What is done in the press room. */
import { z } from 'zod';
import { keepFile, letGo } from '#platform/files/files.server.ts';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import type { Localised } from '#registry/text.ts';
import { LETTER_KINDS } from './model.ts';
import * as store from './store.server.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const version = z.coerce.number().int();
const blank = (value: unknown) => (value === '' ? undefined : value);

/** A text in either language or both; `null` where it is in neither. */
const texts = (longest: number) => {
  const text = z.string().trim().max(longest).default('');
  return z
    .object({ zh: text, en: text })
    .default({ zh: '', en: '' })
    .transform(({ zh, en }): Localised | null =>
      zh || en ? { source: zh ? 'zh' : 'en', texts: { ...(zh ? { zh } : {}), ...(en ? { en } : {}) } } : null,
    );
};
const needed = (longest: number) =>
  texts(longest).transform((text, context) => text ?? (context.addIssue({ code: 'custom', message: 'needed' }), z.NEVER));

export type PressProblem =
  | { is: 'stale' }
  | { is: 'no-event' }
  | { is: 'no-person'; person: string }
  | { is: 'no-file' }
  | { is: 'told-stays' }
  | { is: 'not-published' }
  | { is: 'told-already'; number: number };

/** A new record of a press event, or one changed; rows that say nothing are left out. */
export const putPressRecord = verb({
  name: 'press.put',
  input: z.object({
    edition: slug,
    record: z.uuid().optional(),
    version: version.optional(),
    activity: z.preprocess(blank, z.uuid().optional()),
    heldOn: z.iso.date(),
    title: needed(300),
    statement: texts(20_000),
    speakers: z
      .array(z.object({ told: texts(300), person: z.preprocess(blank, slug.optional()) }))
      .max(40)
      .default([]),
    answers: z
      .array(z.object({ question: texts(2000), answer: texts(10_000) }))
      .max(100)
      .default([]),
  }),
  permission: 'edit press',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    if (input.activity && !(await store.pressEventsOf(tx, edition)).some(({ id }) => id === input.activity))
      return refused<PressProblem>({ is: 'no-event' });
    const people = await store.peopleBySlug(
      tx,
      input.speakers.flatMap(({ person }) => person ?? []),
    );
    const unknown = input.speakers.find(({ person }) => person && !people.has(person));
    if (unknown) return refused<PressProblem>({ is: 'no-person', person: unknown.person! });
    const known = input.record ? { id: input.record, version: input.version ?? 0 } : null;
    const before = known && (await store.pressRecordsOf(tx, edition)).find(({ id }) => id === known.id);
    const values = {
      activity: input.activity ?? null,
      heldOn: input.heldOn,
      title: input.title,
      statement: input.statement,
      speakers: input.speakers.flatMap(({ told, person }) => (told ? [{ told, person: person ? people.get(person)! : null }] : [])),
      answers: input.answers.flatMap(({ question, answer }) => (question ? [{ question, answer }] : [])),
    };
    const id = await store.putRecord(tx, edition, values, known);
    if (!id) return refused<PressProblem>({ is: 'stale' });
    note({ subject: `press record ${id}`, before, after: values });
    return done({ id });
  },
});

/** Not where figures were told: those are a record of what the public heard. */
export const removePressRecord = verb({
  name: 'press.remove',
  input: z.object({ edition: slug, record: z.uuid(), version }),
  permission: 'edit press',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    const held = await store.holdRecord(tx, edition, input.record);
    if (held?.version !== input.version) return refused<PressProblem>({ is: 'stale' });
    const before = (await store.pressRecordsOf(tx, edition)).find(({ id }) => id === input.record)!;
    if (before.told.length > 0) return refused<PressProblem>({ is: 'told-stays' });
    for (const { file } of before.pictures) await letGo(tx, file);
    await store.removeRecord(tx, input.record);
    note({ subject: `press record ${input.record}`, before });
    return done({ removed: true });
  },
});

/** `picture`: the file that was handed in; read by whoever reads the press room. */
export const addPressPicture = verb({
  name: 'press.add-picture',
  input: z.object({ edition: slug, record: z.uuid(), picture: z.uuid().optional(), caption: needed(500) }),
  permission: 'edit press',
  subject: editionSubject,
  async run({ tx, input, actor, now, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    if (!(await store.holdRecord(tx, edition, input.record))) return refused<PressProblem>({ is: 'stale' });
    const kept =
      input.picture && (await keepFile(tx, { file: input.picture, account: actor.account, edition, readWith: ['read press'] }, now));
    if (!kept) return refused<PressProblem>({ is: 'no-file' });
    await store.addPicture(tx, input.record, kept.id, input.caption, now);
    note({ subject: `press record ${input.record}`, after: { picture: kept.name, caption: input.caption } });
    return done({ file: kept.id });
  },
});

export const removePressPicture = verb({
  name: 'press.remove-picture',
  input: z.object({ edition: slug, record: z.uuid(), picture: z.uuid() }),
  permission: 'edit press',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    if (!(await store.holdRecord(tx, edition, input.record))) return refused<PressProblem>({ is: 'stale' });
    if (!(await store.removePicture(tx, input.record, input.picture))) return refused<PressProblem>({ is: 'stale' });
    await letGo(tx, input.picture);
    note({ subject: `press record ${input.record}`, before: { picture: input.picture } });
    return done({ removed: true });
  },
});

/** `told`: counted from the publication `number` by the caller; `null` where nothing is published. Once kept it is never changed. */
export const recordPressFigures = verb({
  name: 'press.record-figures',
  input: z.object({
    edition: slug,
    record: z.uuid(),
    told: z
      .object({
        number: z.number().int(),
        figures: z.array(z.object({ key: slug, value: z.number().int().min(0) })).max(100),
        sentences: z.object({ zh: z.array(z.string()).max(100), en: z.array(z.string()).max(100) }),
      })
      .nullable(),
  }),
  permission: 'record fact',
  subject: editionSubject,
  async run({ tx, input, now, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    if (!input.told) return refused<PressProblem>({ is: 'not-published' });
    if (!(await store.holdRecord(tx, edition, input.record))) return refused<PressProblem>({ is: 'stale' });
    if (!(await store.keepTold(tx, input.record, { ...input.told, at: now })))
      return refused<PressProblem>({ is: 'told-already', number: input.told.number });
    note({ subject: `press record ${input.record}`, after: { told: input.told.number, figures: input.told.figures } });
    return done({ number: input.told.number });
  },
});

/** A letter or message that came, or one changed. */
export const putEditionLetter = verb({
  name: 'letter.put',
  input: z.object({
    edition: slug,
    letter: z.uuid().optional(),
    version: version.optional(),
    kind: z.enum(LETTER_KINDS),
    sender: needed(300),
    office: texts(300),
    writtenOn: z.iso.date(),
    body: needed(20_000),
    position: z.coerce.number().int().min(1).max(1000).default(1),
    released: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
  }),
  permission: 'edit press',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    const known = input.letter ? { id: input.letter, version: input.version ?? 0 } : null;
    const before = known && (await store.lettersOf(tx, edition)).find(({ id }) => id === known.id);
    const id = await store.putLetter(tx, edition, input, known);
    if (!id) return refused<PressProblem>({ is: 'stale' });
    note({ subject: `letter ${id}`, before, after: (await store.lettersOf(tx, edition)).find((one) => one.id === id) });
    return done({ id });
  },
});

export const removeEditionLetter = verb({
  name: 'letter.remove',
  input: z.object({ edition: slug, letter: z.uuid(), version }),
  permission: 'edit press',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    const before = (await store.lettersOf(tx, edition)).find(({ id }) => id === input.letter);
    if (!(await store.removeLetter(tx, edition, input.letter, input.version))) return refused<PressProblem>({ is: 'stale' });
    note({ subject: `letter ${input.letter}`, before });
    return done({ removed: true });
  },
});
