/** What is done with an edition's plan. */
import { z } from 'zod';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import type { Localised } from '#registry/text.ts';
import { circleIn } from './model.ts';
import { clearReminders, setReminders } from './reminders.server.ts';
import { holdPlan, milestonesOf, plannersOf, putMilestone, removeMilestone, setDone } from './store.server.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const version = z.coerce.number().int();
const pair = (longest: number) =>
  z
    .object({ zh: z.string().trim().min(1).max(longest), en: z.string().trim().min(1).max(longest) })
    .transform((texts): Localised => ({ source: 'zh', texts }));

export type PlanProblem = { is: 'stale' } | { is: 'not-in-team' } | { is: 'circle'; titles: Localised[] };

/** A new milestone, or one changed; nothing may wait for itself along the way. */
export const putInPlan = verb({
  name: 'plan.put',
  input: z.object({
    edition: slug,
    milestone: z.uuid().optional(),
    version: version.optional(),
    title: pair(300),
    owner: pair(200),
    answerable: z
      .union([z.uuid(), z.literal('')])
      .default('')
      .transform((account) => account || null),
    dueOn: z.iso.date(),
    days: z.coerce.number().int().min(0).max(1000),
    waitsFor: z.array(z.uuid()).max(60).default([]),
  }),
  permission: 'edit plan',
  subject: editionSubject,
  async run({ tx, input, now, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    await holdPlan(tx, edition);
    if (input.answerable && !(await plannersOf(tx, edition)).some(({ id }) => id === input.answerable))
      return refused<PlanProblem>({ is: 'not-in-team' });
    const known = input.milestone ? { id: input.milestone, version: input.version ?? 0 } : null;
    const before = known && (await milestonesOf(tx, edition)).find(({ id }) => id === known.id);
    const id = await putMilestone(tx, edition, { ...input, note: before?.note ?? null }, known);
    if (!id) return refused<PlanProblem>({ is: 'stale' });
    const after = await milestonesOf(tx, edition);
    const circle = circleIn(after);
    if (circle) return refused<PlanProblem>({ is: 'circle', titles: circle.map((one) => after.find((other) => other.id === one)!.title) });
    await setReminders(tx, id, now);
    note({ subject: `milestone ${id}`, before, after: after.find((one) => one.id === id) });
    return done({ id });
  },
});

/** It is done, on the day of the edition that `on` says; or it is not, after all. */
export const tickInPlan = verb({
  name: 'plan.tick',
  input: z.object({ edition: slug, milestone: z.uuid(), version, on: z.union([z.iso.date(), z.literal('')]).default('') }),
  permission: 'edit plan',
  subject: editionSubject,
  async run({ tx, input, now, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    if (!(await setDone(tx, edition, input.milestone, input.version, input.on || null))) return refused<PlanProblem>({ is: 'stale' });
    await setReminders(tx, input.milestone, now);
    note({ subject: `milestone ${input.milestone}`, after: { doneOn: input.on || null } });
    return done({ doneOn: input.on || null });
  },
});

export const removeFromPlan = verb({
  name: 'plan.remove',
  input: z.object({ edition: slug, milestone: z.uuid(), version }),
  permission: 'edit plan',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    const before = (await milestonesOf(tx, edition)).find(({ id }) => id === input.milestone);
    if (!(await removeMilestone(tx, edition, input.milestone, input.version))) return refused<PlanProblem>({ is: 'stale' });
    await clearReminders(tx, input.milestone);
    note({ subject: `milestone ${input.milestone}`, before });
    return done({ removed: true });
  },
});
