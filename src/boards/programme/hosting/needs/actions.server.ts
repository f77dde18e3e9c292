import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { revised } from '#registry/revise.ts';
import { readWishes, writeWishes } from '../../proposals/wishes.server.ts';
import { noWishes, PARTS } from '../../proposals/wishes.ts';
import { address, blank, holdHosted, hostedSubject, tellChanged, texts, ticked } from '../hosted.server.ts';
import { type Need, NEED_KINDS } from './model.ts';
import { readNeeds } from './store.server.ts';

const language = z.string().regex(/^[a-z]{2,3}$/);
const code = z.string().regex(/^[a-z0-9-]{1,60}$/);
const number = (most: number) => z.preprocess(blank, z.coerce.number().int().min(0).max(most).nullable());

/** What the activity wishes of its room and what else it needs, as a whole. */
export const tellNeeds = verb({
  name: 'activity.tell-needs',
  input: z.object({
    ...address,
    version: z.coerce.number().int(),
    layout: z.preprocess(blank, code.nullable()),
    expected: number(1_000_000),
    minutes: z.preprocess(blank, z.coerce.number().int().min(5).max(10_000).nullable()),
    parts: z.array(z.enum(PARTS)).default([]),
    equipment: z.array(code).max(40).default([]),
    interpretation: z.array(language).max(20).default([]),
    streamed: ticked,
    note: texts(4000),
    needs: z
      .array(
        z.object({
          kind: z.enum(NEED_KINDS),
          what: z.string().trim().max(500).default(''),
          quantity: z.preprocess(blank, z.coerce.number().int().min(1).max(100_000).nullable()),
        }),
      )
      .max(60)
      .default([]),
  }),
  permission: 'edit activity',
  subject: hostedSubject,
  async run({ tx, input, actor, note }) {
    const activity = (await holdHosted(tx, input))!;
    if (activity.version !== input.version) return refused({ is: 'stale' as const });
    const before = (await readWishes(tx, activity.edition.id)).get(activity.id) ?? noWishes();
    const { layout, expected, minutes, parts, equipment, interpretation, streamed } = input;
    const wishes = {
      ...before,
      layout,
      expected,
      minutes,
      parts,
      equipment,
      interpretation,
      streamed,
      note: revised(before.note, input.note),
    };
    const was = await readNeeds(tx, activity.id);
    const needs: Need[] = input.needs.filter(({ what }) => what !== '');
    await writeWishes(tx, activity.id, wishes);
    await tx.deleteFrom('activity_need').where('activity_id', '=', activity.id).execute();
    if (needs.length > 0)
      await tx
        .insertInto('activity_need')
        .values(needs.map((need, position) => ({ id: randomUUID(), activity_id: activity.id, position, ...need })))
        .execute();
    await sql`update activity set version = version + 1 where id = ${activity.id}`.execute(tx);
    note({ subject: `activity ${activity.id}`, before: { wishes: before, needs: was }, after: { wishes, needs } });
    await tellChanged(tx, activity.id, 'needs', actor.name);
    return done({});
  },
});
