/** What the forms of calls and proposals send, read into their values. Empty fields are absent, blank rows are dropped. */
import { z } from 'zod';
import { PAGE_LANGUAGES, type Localised } from '#registry/text.ts';
import { ACCESS, ACTIVITY_KINDS, BOARDS, HOST_ROLES, PERSON_ROLES, SESSION_KINDS } from '../content.ts';
import { slugOf } from '../import/slugs.ts';
import { QUESTION_KINDS, QUOTA_COUNTS, QUOTA_OF } from './call.ts';
import type { Answers, ProposalContent } from './model.ts';
import { PARTS } from './wishes.ts';

const LONG = 20_000;
const text = (longest = 300) => z.string().trim().max(longest).default('');

/** `{ zh, en }` as typed; `null` where both are empty. The source is the first language that has a text. */
export const localised = (longest = 300) =>
  z
    .object({ zh: text(longest), en: text(longest) })
    .default({ zh: '', en: '' })
    .transform((given): Localised | null => {
      const texts = Object.fromEntries(PAGE_LANGUAGES.filter((language) => given[language]).map((language) => [language, given[language]]));
      const [source] = Object.keys(texts);
      return source ? { source, texts } : null;
    });
/** The same where a text must be there, in every language of the pages. */
export const localisedFully = (longest = 300) =>
  z
    .object({ zh: z.string().trim().min(1).max(longest), en: z.string().trim().min(1).max(longest) })
    .transform((texts): Localised => ({ source: 'zh', texts }));

export const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.literal('').transform(() => null), schema])
    .nullish()
    .transform((value) => value ?? null);
const uuid = orNull(z.uuid());
const whole = (most: number) => orNull(z.coerce.number().int().min(0).max(most));
const languages = z
  .array(z.string().regex(/^[a-z]{2,3}$/))
  .max(20)
  .default([]);
const day = z.iso.date();
/** A checkbox: there or not. */
const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || (typeof value === 'string' && value !== '' && value !== 'false'));
export const rows = <Schema extends z.ZodType>(row: Schema, most: number) => z.array(row).max(most).default([]);

const agendaItem = z.object({ kind: z.enum(SESSION_KINDS).default('talk'), title: localised(), minutes: whole(1200) });
const guest = z.object({
  name: localised(),
  role: z.enum(PERSON_ROLES).default('speaker'),
  organisation: text(),
  country: orNull(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/),
  ),
  confirmed: ticked,
});
const coHost = z.object({ organisation: uuid, role: z.enum(HOST_ROLES).default('co-host') });

export const answersInput = z.record(z.string().max(60), z.union([z.string().max(LONG), z.array(z.string().max(300)).max(50)])).default({});

export const contentInput = z
  .object({
    title: localised(),
    focus: uuid,
    topic: uuid,
    aims: localised(4000),
    abstract: localised(4000),
    languages,
    access: z.enum(ACCESS).default('registered'),
    foreignShare: whole(1000),
    hosts: rows(coHost, 40),
    wishes: z
      .object({
        days: z.array(day).max(40).default([]),
        avoidedDays: z.array(day).max(40).default([]),
        parts: z.array(z.enum(PARTS)).default([]),
        places: z.array(orNull(z.uuid())).max(20).default([]),
        expected: whole(1_000_000),
        layout: orNull(z.string().max(60)),
        equipment: z.array(z.string().max(60)).max(30).default([]),
        interpretation: languages,
        streamed: ticked,
        note: localised(2000),
      })
      .prefault({}),
    agenda: rows(agendaItem, 80),
    guests: rows(guest, 200),
    contact: z.object({ name: text(), email: text(), phone: text(60) }).prefault({}),
  })
  .transform((given): ProposalContent => ({
    ...given,
    hosts: given.hosts.flatMap(({ organisation, role }) => (organisation ? [{ organisation, role }] : [])),
    wishes: { ...given.wishes, places: [...new Set(given.wishes.places.filter((place) => place !== null))] },
    agenda: given.agenda.filter(({ title, minutes }) => title !== null || minutes !== null),
    guests: given.guests.filter(({ name, organisation }) => name !== null || organisation !== ''),
  }));

export const answersOf = (given: z.output<typeof answersInput>): Answers =>
  Object.fromEntries(Object.entries(given).filter(([, answer]) => (Array.isArray(answer) ? answer.length > 0 : answer.trim() !== '')));

/** One option a line: `中文 | English`, or one text for both. */
function optionsOf(lines: string): { key: string; label: Localised }[] {
  const taken = new Set<string>();
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, at) => {
      const [zh = '', en = zh] = line.split('|').map((part) => part.trim());
      const base = slugOf(en, 40) || `option-${at + 1}`;
      const key = taken.has(base) ? `${base}-${at + 1}` : base;
      taken.add(key);
      return { key, label: { source: 'zh', texts: { zh, en } } };
    });
}

const question = z
  .object({
    key: text(60),
    kind: z.enum(QUESTION_KINDS),
    label: localised(500),
    help: localised(1000),
    required: ticked,
    options: text(4000),
  })
  .transform(({ options, ...rest }) => ({ ...rest, options: rest.kind === 'choice' || rest.kind === 'choices' ? optionsOf(options) : [] }));
const criterion = z.object({ key: text(60), label: localised(), weight: z.coerce.number().min(0).max(100).default(1) });
const quota = z.object({
  of: z.enum(QUOTA_OF),
  category: uuid,
  counts: z.enum(QUOTA_COUNTS).default('submitted'),
  places: whole(100_000),
});
/** `2027-01-15T18:00` on the wall of the edition. */
const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** Keys stay where they are; a new row is called after its words. */
function keyed<Row extends { key: string; label: Localised | null }>(given: readonly Row[], word: string) {
  const taken = new Set(given.map(({ key }) => key));
  return given.flatMap((row) => {
    if (!row.label) return [];
    let { key } = row;
    if (!key) {
      const base = slugOf(row.label.texts['en'] ?? '', 40) || word;
      key = base;
      for (let at = 2; taken.has(key); at++) key = `${base}-${at}`;
      taken.add(key);
    }
    return [{ ...row, key, label: row.label }];
  });
}

export const callInput = z.object({
  board: z.enum(BOARDS),
  kind: z.enum(ACTIVITY_KINDS),
  title: localisedFully(),
  about: localised(8000),
  closesAt: wall,
  reviewBy: orNull(wall),
  resubmitBy: orNull(wall),
  questions: rows(question, 40).transform((given) => keyed(given, 'question')),
  criteria: rows(criterion, 12).transform((given) => keyed(given, 'criterion')),
  quotas: rows(quota, 60).transform((given) =>
    given.flatMap(({ places, ...rest }) => {
      if (places === null) return [];
      const sorted = rest.of === 'focus' || rest.of === 'topic';
      return sorted && !rest.category ? [] : [{ ...rest, category: sorted ? rest.category : null, places }];
    }),
  ),
});
