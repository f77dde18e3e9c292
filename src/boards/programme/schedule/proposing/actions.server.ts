/** Timetables by computer: asked for, ended, taken over, taken back. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { BOARDS, type Uuid } from '../../content.ts';
import { instant } from '../../time.ts';
import { changed, type PlacingProblem } from '../placing/actions.server.ts';
import { arranged, inverse, move, type Arrangement } from '../placing/model.ts';
import { readDesk } from '../store.server.ts';
import { isMove, KEEPS, placementsOf, WEIGHTS } from '../timetabling.ts';
import { askToEnd, insertRun, keepTaken, runOf } from './store.server.ts';

export type ProposalProblem = PlacingProblem | { is: 'running' } | { is: 'no-such-run' } | { is: 'nothing-chosen' };

const slug = z.string().max(120);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const weight = z.enum(WEIGHTS);

export const askedInput = z
  .object({
    keep: z.enum(KEEPS),
    boards: z.array(z.enum(BOARDS)).min(1),
    from: clock,
    to: clock,
    wishes: weight,
    audiences: weight,
    moves: weight,
    seconds: z.coerce.number().int().min(5).max(600),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'ends before it begins' });

export const proposeTimetable = verb({
  name: 'schedule.propose',
  input: z.object({ edition: slug, asked: askedInput }),
  permission: 'edit schedule',
  subject: editionSubject,
  async run({ tx, input, actor, now, note }) {
    const subject = (await editionSubject(tx, input))!;
    const run = randomUUID();
    const begun = await insertRun(tx, { id: run, edition: subject.edition, asked: input.asked, by: actor.name, at: instant(now) });
    if (!begun) return refused<ProposalProblem>({ is: 'running' });
    note({ subject: `edition ${input.edition}`, after: { run, ...input.asked } });
    return done({ run });
  },
});

/** The best that was found so far is kept. */
export const endProposal = verb({
  name: 'schedule.end-proposal',
  input: z.object({ edition: slug, run: z.uuid() }),
  permission: 'edit schedule',
  subject: editionSubject,
  async run({ tx, input, now, note }) {
    const subject = (await editionSubject(tx, input))!;
    if (!(await askToEnd(tx, subject.edition, input.run, now))) return refused<ProposalProblem>({ is: 'no-such-run' });
    note({ subject: `edition ${input.edition}`, after: { run: input.run, ended: true } });
    return done({ run: input.run });
  },
});

/** All that was proposed, or those chosen: every one through the same guards as by hand, and all of them or none. */
export const takeOverProposal = verb({
  name: 'schedule.take-over',
  input: z.object({ edition: slug, run: z.uuid(), activities: z.array(z.uuid()).max(5_000) }),
  permission: 'edit schedule',
  subject: editionSubject,
  async run(act) {
    const { tx, input } = act;
    const subject = (await editionSubject(tx, input))!;
    const run = await runOf(tx, subject.edition, input.run);
    if (!run?.solution) return refused<ProposalProblem>({ is: 'no-such-run' });
    const { desk } = (await readDesk(tx, subject.edition))!;
    const known = new Map(desk.activities.map((activity) => [activity.id, activity]));
    const versions = new Map(run.before.map(({ activity, version }) => [activity, version]));
    const placements = new Map(
      placementsOf(run.solution.placed, desk)
        .filter((placement) => input.activities.includes(placement.activity) && isMove(known.get(placement.activity)!, placement))
        .map((placement) => [placement.activity, placement]),
    );
    if (placements.size === 0) return refused<ProposalProblem>({ is: 'nothing-chosen' });
    const back = new Map<Uuid, Arrangement>();
    const outcome = await changed(act, {
      edition: input.edition,
      versions: [...placements.keys()].map((activity) => ({ activity, version: versions.get(activity) ?? 0 })),
      change: (present) => {
        const { room, startsAt, endsAt } = placements.get(present.id)!;
        back.set(present.id, inverse(present, { sessions: 'along' }));
        return done(arranged(present, move(present.id, { room, hours: { startsAt: startsAt!, endsAt: endsAt! } })));
      },
    });
    if (!outcome.ok) return refused<ProposalProblem>(outcome.problem);
    const taken = outcome.value.activities.map(({ id, version }) => ({ arrangement: back.get(id)!, version }));
    await keepTaken(tx, run.id, taken);
    return done({ taken: taken.length });
  },
});

/** Everything that was taken over is where it was, unless somebody has changed some of it since. */
export const takeBackProposal = verb({
  name: 'schedule.take-back',
  input: z.object({ edition: slug, run: z.uuid() }),
  permission: 'edit schedule',
  subject: editionSubject,
  async run(act) {
    const { tx, input } = act;
    const subject = (await editionSubject(tx, input))!;
    const taken = (await runOf(tx, subject.edition, input.run))?.solution?.taken;
    if (!taken) return refused<ProposalProblem>({ is: 'no-such-run' });
    const back = new Map(taken.map(({ arrangement }) => [arrangement.activity, arrangement]));
    const outcome = await changed(act, {
      edition: input.edition,
      versions: taken.map(({ arrangement, version }) => ({ activity: arrangement.activity, version })),
      change: (present) => done(arranged(present, back.get(present.id)!)),
    });
    if (!outcome.ok) return refused<ProposalProblem>(outcome.problem);
    await keepTaken(tx, input.run, null);
    return done({ back: taken.length });
  },
});
