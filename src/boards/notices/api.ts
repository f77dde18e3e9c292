/** Notices as the read interface tells them: everything that was issued, newest first, with how each stands now. */
import { z } from 'zod';
import { PAGE_LANGUAGES } from '#registry/text.ts';
import { type Issued, NOTICE_KINDS, standing, STANDINGS } from './model.ts';
import { geometry } from './roads.ts';

const text = z
  .object({
    source: z.string().describe('Language the text was written in, BCP 47'),
    texts: z.record(z.string(), z.string()).describe('The text by language'),
    machine: z.array(z.string()).optional().describe('Translated by a machine and not yet read by a person'),
    outdated: z.array(z.string()).optional().describe('Translated before the source was last changed'),
  })
  .meta({ id: 'NoticeText' });
const instant = z.string().describe('ISO 8601, UTC');

const road = z
  .object({
    type: z.literal('Feature'),
    properties: z.object({
      name: text,
      vehicles: text.describe('Whom it binds'),
      startsAt: instant,
      endsAt: instant,
      daily: z
        .object({ from: z.string(), until: z.string() })
        .nullable()
        .describe("Hours of each day, HH:MM in the edition's time zone; null: day and night"),
    }),
    geometry,
  })
  .meta({ id: 'Road' });

const notice = z
  .object({
    id: z.string().describe('UUID; never changes'),
    number: z.int().describe('Within the edition, from 1, without gaps'),
    kind: z.enum(NOTICE_KINDS),
    state: z.enum(['issued', 'replaced', 'withdrawn']),
    standing: z.enum(STANDINGS).describe('How it stands at the moment of the answer; it holds from validFrom to before validUntil'),
    issuer: text.describe('In whose name it is issued'),
    title: text,
    body: text.describe('Paragraphs, set apart by empty lines'),
    validFrom: instant.nullable().describe('null: from its issue'),
    validUntil: instant.nullable().describe('null: until further notice'),
    audience: z
      .discriminatedUnion('is', [
        z.object({ is: z.literal('everybody') }),
        z.object({ is: z.literal('hosts') }),
        z.object({ is: z.literal('board'), board: z.string() }),
        z.object({ is: z.literal('activity'), activity: z.string().describe('UUID') }),
      ])
      .describe('To whom it was also written; every notice is public'),
    roads: z
      .object({ type: z.literal('FeatureCollection'), features: z.array(road) })
      .nullable()
      .describe('What a traffic control binds: GeoJSON (RFC 7946)'),
    issuedAt: instant,
    endedAt: instant.nullable().describe('When it was replaced or withdrawn'),
    replaces: z.int().nullable().describe('Number of the notice whose place it took'),
    replacedBy: z.int().nullable(),
    withdrawnBecause: text.nullable(),
    sample: z.boolean(),
    page: z.string(),
  })
  .meta({ id: 'Notice' });

export const noticesAnswer = z.object({ edition: z.string(), items: z.array(notice) }).meta({ id: 'Notices' });

export const noticesOperation = {
  path: '/editions/{edition}/notices',
  summary: 'Every notice that was issued, newest first, with how it stands now',
  query: {},
  answer: noticesAnswer,
};

interface NoticesTold {
  /** Its name in addresses. */
  edition: string;
  notices: readonly Issued[];
  now: string;
}

export const presentNotices = ({ edition, notices, now }: NoticesTold, publicUrl: string): z.output<typeof noticesAnswer> => ({
  edition,
  items: notices.map(({ edition: _, ...notice }) => ({
    ...notice,
    standing: standing(notice, now),
    page: `${publicUrl}/${PAGE_LANGUAGES[0]}/${edition}/notices/${notice.number}`,
  })),
});
