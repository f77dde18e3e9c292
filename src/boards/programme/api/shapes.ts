/** The shapes that the read interface answers in. Its description is generated from them, and every answer is checked against them in the tests. */
import { z } from 'zod';
import {
  ACCESS,
  ACTIVITY_KINDS,
  ACTIVITY_STATES,
  BOARDS,
  EDITION_STATUSES,
  HOST_ROLES,
  ORGANISATION_KINDS,
  PERSON_ROLES,
  PLACE_KINDS,
  SESSION_KINDS,
  STAGES,
} from '../content.ts';
import { HIT_TYPES } from '../house.ts';

const uuid = z.string().describe('UUID; never changes');
const slug = z.string().describe('Name in addresses');
const instant = z.string().describe('ISO 8601, UTC');
const date = z.string().describe('YYYY-MM-DD');
const language = z.string().describe('BCP 47, lower case');

const text = z
  .object({
    source: language.describe('Language the text was written in'),
    texts: z.record(z.string(), z.string()).describe('The text by language; the source is always there'),
    machine: z.array(language).optional().describe('Translated by a machine and not yet read by a person'),
    outdated: z.array(language).optional().describe('Translated before the source was last changed'),
  })
  .meta({ id: 'Text' });

const reference = z.object({ id: uuid, slug, name: text }).meta({ id: 'Reference' });
const link = z
  .object({ url: z.string(), title: z.string(), kind: z.enum(['link', 'attachment', 'recording', 'logo', 'origin', 'feedback']) })
  .meta({ id: 'Link' });
const personRole = z.object({ person: reference, role: z.enum(PERSON_ROLES) }).meta({ id: 'PersonRole' });
const hostRole = z.object({ organisation: reference, role: z.enum(HOST_ROLES) }).meta({ id: 'HostRole' });

export const editionSummary = z
  .object({
    id: uuid,
    slug,
    year: z.int(),
    name: text,
    theme: text.nullable(),
    status: z.enum(EDITION_STATUSES),
    startsOn: date.nullable(),
    endsOn: date.nullable(),
    timeZone: z.string().describe('IANA name'),
    version: z.int().describe('Number of the current programme version'),
    publishedAt: instant,
    activities: z.int(),
    sites: z.int(),
    countries: z.int(),
    sample: z.boolean(),
    page: z.string(),
  })
  .meta({ id: 'EditionSummary' });

export const edition = editionSummary
  .extend({
    series: z.object({ id: uuid, slug, name: text, theme: text.nullable(), about: text.nullable(), founded: z.int().nullable() }),
    about: text.nullable(),
    languages: z.array(language),
    dateChanges: z.array(
      z.object({
        announcedOn: date,
        from: z.object({ startsOn: date.nullable(), endsOn: date.nullable() }),
        to: z.object({ startsOn: date.nullable(), endsOn: date.nullable() }),
        reason: text,
      }),
    ),
    figures: z.array(z.object({ key: z.string(), label: text, value: z.number(), precision: z.enum(['exactly', 'over', 'nearly']) })),
    milestones: z.array(z.object({ date, what: text })),
    hosts: z.array(hostRole),
    focuses: z.array(reference),
    topics: z.array(reference),
    fields: z.array(z.object({ code: z.string(), name: text, parent: z.string().nullable(), ipc: z.array(z.string()) })),
    letters: z.array(
      z.object({
        id: uuid,
        kind: z.enum(['congratulation', 'message']),
        sender: text,
        office: text.nullable(),
        writtenOn: date,
        body: text,
        sample: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Edition' });

export const session = z
  .object({
    id: uuid,
    guid: uuid,
    number: z.int(),
    slug,
    activity: z.object({ id: uuid, slug, title: text }),
    kind: z.enum(SESSION_KINDS),
    title: text,
    abstract: text.nullable(),
    startsAt: instant,
    endsAt: instant,
    timeZone: z.string(),
    room: reference.nullable(),
    languages: z.array(language),
    cancelled: z.boolean(),
    people: z.array(personRole),
    links: z.array(link),
    results: z.array(z.object({ id: uuid, slug, title: text })),
    page: z.string(),
  })
  .meta({ id: 'Session' });

export const activitySummary = z
  .object({
    id: uuid,
    guid: uuid,
    number: z.int(),
    slug,
    board: z.enum(BOARDS),
    kind: z.enum(ACTIVITY_KINDS),
    state: z.enum(ACTIVITY_STATES),
    title: text,
    subtitle: text.nullable(),
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    timeZone: z.string(),
    room: reference.nullable(),
    venue: reference.nullable(),
    focus: reference.nullable(),
    topic: reference.nullable(),
    languages: z.array(language),
    interpretation: z.array(language),
    access: z.enum(ACCESS),
    sessions: z.int().describe('How many sessions it has'),
    sample: z.boolean(),
    page: z.string(),
  })
  .meta({ id: 'ActivitySummary' });

export const activity = activitySummary
  .omit({ sessions: true })
  .extend({
    abstract: text.nullable(),
    description: text.nullable(),
    fields: z.array(z.string()),
    capacity: z.int().nullable(),
    streamed: z.boolean(),
    streamUrl: z.string().nullable(),
    firstPlannedStartsAt: instant.nullable(),
    postponedAlone: z.boolean().describe('Put off by itself, not together with its edition'),
    typeLabel: z.string().nullable(),
    hosts: z.array(hostRole),
    people: z.array(personRole),
    links: z.array(link),
    sessions: z.array(session),
    revision: z.object({ sequence: z.int(), at: instant }).nullable().describe('How often a published change touched it, and when last'),
  })
  .meta({ id: 'Activity' });

export const person = z
  .object({
    id: uuid,
    slug,
    name: text,
    country: z.string().nullable(),
    biography: text.nullable(),
    orcid: z.string().nullable(),
    languages: z.array(language),
    affiliations: z.array(z.object({ organisation: reference, position: text.nullable() })),
    portrait: z.string().nullable().describe('A picture, 480 × 600'),
    sample: z.boolean(),
    page: z.string(),
  })
  .meta({ id: 'Person' });

export const organisation = z
  .object({
    id: uuid,
    slug,
    name: text,
    kind: z.enum(ORGANISATION_KINDS),
    country: z.string().nullable(),
    parent: reference.nullable(),
    ror: z.string().nullable(),
    uscc: z.string().nullable().describe('Unified social credit code'),
    url: z.string().nullable(),
    about: text.nullable(),
    sample: z.boolean(),
    page: z.string(),
  })
  .meta({ id: 'Organisation' });

export const place = z
  .object({
    id: uuid,
    slug,
    name: text,
    kind: z.enum(PLACE_KINDS),
    parent: reference.nullable(),
    timeZone: z.string(),
    country: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    address: text.nullable(),
    capacity: z.int().nullable(),
    equipment: z.array(z.string()),
    role: z.enum(['main', 'venue', 'sub-venue']),
    sample: z.boolean(),
    page: z.string(),
  })
  .meta({ id: 'Place' });

export const result = z
  .object({
    id: uuid,
    slug,
    title: text,
    abstract: text.nullable(),
    field: z.string().nullable(),
    readiness: z.int().nullable().describe('Technology readiness level, 1 to 9'),
    stage: z.enum(STAGES),
    category: text.nullable(),
    hardTechnology: z.boolean(),
    owners: z.array(reference),
    steps: z.array(z.object({ stage: z.enum(STAGES), what: text, on: date, activity: uuid.nullable() })),
    sample: z.boolean(),
    page: z.string(),
  })
  .meta({ id: 'Result' });

export const version = z
  .object({ number: z.int(), publishedAt: instant, activities: z.int(), changes: z.int(), page: z.string() })
  .meta({ id: 'Version' });

const slot = z.object({ startsAt: instant, endsAt: instant }).nullable();
export const change = z
  .object({
    is: z.enum(['added', 'gone', 'changed']),
    subject: z.object({
      type: z.string(),
      id: z.string(),
      slug: z.string(),
      title: text,
      activity: z.object({ id: uuid, slug, title: text }).nullable(),
    }),
    fields: z
      .array(
        z.discriminatedUnion('as', [
          z.object({ field: z.string(), as: z.literal('slot'), before: slot, after: slot }),
          z.object({ field: z.string(), as: z.literal('text'), before: text.nullable(), after: text.nullable() }),
          z.object({ field: z.string(), as: z.literal('list'), joined: z.array(text), left: z.array(text) }),
          z.object({ field: z.string(), as: z.literal('plain'), before: z.string().nullable(), after: z.string().nullable() }),
        ]),
      )
      .optional(),
  })
  .meta({ id: 'Change' });

const marked = z.object({ language, pieces: z.array(z.object({ text: z.string(), hit: z.boolean() })) }).meta({ id: 'Marked' });
export const searchAnswer = z
  .object({
    total: z.int(),
    corrected: z.string().nullable().describe('What was searched for instead, where the words as typed are found nowhere'),
    byType: z.partialRecord(z.enum(HIT_TYPES), z.int()),
    items: z.array(
      z.object({
        type: z.enum(HIT_TYPES),
        edition: z.object({ slug, year: z.int(), name: text }),
        title: marked,
        excerpt: marked,
        startsAt: instant.nullable(),
        page: z.string(),
      }),
    ),
  })
  .meta({ id: 'SearchAnswer' });

export const paged = <Item extends z.ZodType>(item: Item) =>
  z.object({
    version: z.int().describe('The programme version that was read'),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    items: z.array(item),
  });

/** RFC 9457 */
export const problem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string().optional() })
  .meta({ id: 'Problem' });
