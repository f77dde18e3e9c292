/** Moving an edition or one activity: everything that follows from it, in one transaction. */
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { both, type Localised, textIn } from '#registry/text.ts';
import { type Decided, decidedOf, decisionsOn } from '#registry/breaks.ts';
import { type Break, type Choice, type Decision, decidedSo, type EditionMoved } from '#registry/rehearsals.server.ts';
import { activitySubject, editionSubject } from '#registry/subjects.server.ts';
import { grantFor } from '#platform/permissions.ts';
import type { Activity } from '../content.ts';
import { strangeRooms } from '../schedule/placing/store.server.ts';
import { instant, localDate } from '../time.ts';
import { type ActivityMove, type ActivityMoveProblem, MOST_CHARACTERS } from './activity.ts';
import { rehearseActivity } from './activity-rehearsal.server.ts';
import { lockEdition, readContent } from '../store.server.ts';
import type { PublishProblem } from '../versions.server.ts';
import { carryOut } from './carry-out.server.ts';
import { settleAcceptances } from './clash-breaks.server.ts';
import { askAgain } from './confirmed.server.ts';
import { daysBetween } from './model.ts';
import { rehearse } from './rehearsal.server.ts';
import { activityRow, doubleBooked, holdActivities, shiftWishedDays, writeDays, writeTimes } from './store.server.ts';

export const MOST_DAYS = 60;

const date = z.iso.date();
/** Both languages, as every public text. */
export const publicText = z
  .object({ zh: z.string().trim().min(1).max(MOST_CHARACTERS), en: z.string().trim().min(1).max(MOST_CHARACTERS) })
  .transform(({ zh, en }): Localised => both(zh, en));
const CHOICES = ['accept', 'shift', 'postpone', 'cancel', 'withdraw', 'ask-again', 'discard'] as const satisfies Choice[];

export const daysInput = z
  .object({ startsOn: date, endsOn: date })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { error: 'badDays', path: ['endsOn'] })
  .refine(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn) < MOST_DAYS, { error: 'tooFar', path: ['endsOn'] });

export const decisionsInput = z.record(
  z.string().max(200),
  z.object({ choose: z.enum(CHOICES), reason: z.string().trim().max(1000).default('') }),
);

const moveInput = z.object({
  edition: z.string(),
  /** `null`: not known yet. */
  to: daysInput.nullable(),
  reason: publicText,
  /** The day it is announced on; the edition's today where none is given. */
  announcedOn: date.optional(),
  decisions: decisionsInput.default({}),
  notice: z.object({ title: publicText, body: publicText }).nullable().default(null),
});

export type MoveProblem =
  | { is: 'nothing-moves' }
  /** Breaks without a decision, or with none of theirs, left as they are without a reason, or put where there is no room. */
  | { is: 'unsettled'; breaks: Break[] }
  | { is: 'room-taken' }
  | PublishProblem;

/** Whether a break is settled by what was decided. */
export function isSettled(one: Break, decision: { choose: Choice; reason: string } | undefined): boolean {
  if (!decision) return !one.mustDecide;
  return one.choices.includes(decision.choose) && (decision.choose !== 'accept' || !one.mustDecide || decision.reason !== '');
}

/** What the trail keeps of the decisions; nothing where there was nothing to decide. */
function keptOf(breaks: readonly Break[], decisions: Readonly<Record<string, Decision>>): { decisions?: Decided[] } {
  const kept = decidedOf(breaks, decisions);
  return kept.length > 0 ? { decisions: kept } : {};
}

/** What was put on the last day where somebody has its room then: asked again, with that told. */
async function crowdedOut(tx: Transaction<DB>, breaks: readonly Break[], decisions: Readonly<Record<string, Decision>>): Promise<Break[]> {
  const put = new Map(decidedSo(decisions, 'beyond', 'shift').map((id) => [id, breaks.find(({ key }) => key === `beyond ${id}`)!]));
  return (await doubleBooked(tx, [...put.keys()])).map(({ activity, by }) => ({
    ...put.get(activity)!,
    why: both(
      `最后一天的同一时间，会场已由“${textIn(by, 'zh')}”使用。`,
      `On the last day its room is taken at that hour by “${textIn(by, 'en')}”.`,
    ),
  }));
}

/** From the commit on the edition is on its new days, for everybody; before it, for nobody. */
export const moveEdition = verb({
  name: 'edition.move',
  input: moveInput,
  permission: 'move edition',
  subject: editionSubject,
  async run(act) {
    const { tx, input, actor, now, emit, note } = act;
    const locked = await lockEdition(tx, input.edition);
    if (!locked) return refused<MoveProblem>({ is: 'no-edition', edition: input.edition });
    await holdActivities(tx, locked.id);
    const before = (await readContent(tx, input.edition))!;
    const { startsOn, endsOn } = before.edition;
    if ((input.to?.startsOn ?? null) === startsOn && (input.to?.endsOn ?? null) === endsOn)
      return refused<MoveProblem>({ is: 'nothing-moves' });
    const rehearsal = await rehearse(tx, before, input.to, input.decisions, now);
    const { move, after, changed, breaks, decisions } = rehearsal;
    const open = breaks.filter((one) => !isSettled(one, decisions[one.key]));
    if (open.length > 0) return refused<MoveProblem>({ is: 'unsettled', breaks: open });

    await writeTimes(tx, after.activities);
    const crowded = await crowdedOut(tx, breaks, decisions);
    if (crowded.length > 0) return refused<MoveProblem>({ is: 'unsettled', breaks: crowded });
    if (move.shift) await shiftWishedDays(tx, locked.id, move.shift);
    const announcedOn = input.announcedOn ?? localDate(now, before.edition.timeZone);
    const settled = { shift: move.shift, decisions };
    const stillAccepted = await settleAcceptances(tx, locked.id, settled, { by: actor.name, at: now });
    await writeDays(tx, locked.id, { from: move.from, to: move.to, announcedOn, reason: input.reason });
    const outcome = await carryOut(act, {
      ...{ before, after, changed, reason: input.reason, from: move.from, to: move.to },
      activity: null,
      publish: true,
    });
    if (!outcome.ok) return outcome;
    const notice = input.notice && { kind: input.to ? ('programme-change' as const) : ('postponement' as const), ...input.notice };
    emit({ is: 'edition-moved', ...move, decisions, notice } satisfies EditionMoved);
    note({
      subject: `edition ${input.edition}`,
      before: { startsOn, endsOn },
      after: {
        ...(input.to ?? { startsOn: null, endsOn: null }),
        reason: input.reason,
        ...keptOf(breaks, decisions),
        ...(stillAccepted.length > 0 ? { stillAccepted } : {}),
        version: outcome.value.number,
      },
    });
    return outcome;
  },
});

const when = z.iso.datetime();
const oneMove = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('reschedule'), startsAt: when, endsAt: when, room: z.uuid().nullable() }),
    z.object({ do: z.literal('postpone') }),
    z.object({ do: z.literal('cancel') }),
    z.object({ do: z.literal('reinstate') }),
  ])
  .transform((move): ActivityMove =>
    move.do === 'reschedule' ? { ...move, startsAt: instant(move.startsAt), endsAt: instant(move.endsAt) } : move,
  );
const activityMoveInput = z.object({
  activity: z.uuid(),
  /** The version that was looked at: somebody else's change since is not overwritten. */
  version: z.coerce.number().int(),
  move: oneMove,
  reason: publicText,
  decisions: decisionsInput.default({}),
  /** Makes a version at once; otherwise it waits for the next. */
  publish: z.boolean().default(false),
  notice: z.object({ title: publicText, body: publicText }).nullable().default(null),
});

export type MoveActivityProblem =
  | ActivityMoveProblem
  | { is: 'stale' }
  | { is: 'no-such-room' }
  | { is: 'room-taken' }
  /** Rules that the office has set to block placing, each told. */
  | { is: 'blocked'; why: Localised[] }
  | { is: 'unsettled'; breaks: Break[] }
  | { is: 'may-not-publish' }
  | { is: 'may-not-issue' }
  | PublishProblem;

/** Moves, postpones, calls off or reinstates one activity, and tells those it concerns. */
export const moveActivity = verb({
  name: 'activity.move',
  input: activityMoveInput,
  permission: 'schedule activity',
  subject: activitySubject,
  async run(act) {
    const { tx, input, actor, now, emit, note } = act;
    const refuse = (problem: MoveActivityProblem) => refused(problem);
    const { move } = input;
    const row = await activityRow(tx, input.activity);
    const locked = row && (await lockEdition(tx, row.edition));
    if (!row || !locked) return refuse({ is: 'stale' });
    await holdActivities(tx, locked.id);
    const held = await activityRow(tx, input.activity);
    if (held?.version !== input.version) return refuse({ is: 'stale' });
    const before = (await readContent(tx, row.edition))!;
    const edition = { series: before.series.id, edition: locked.id };
    if (input.publish && !grantFor(actor.grants, 'publish edition', edition)) return refuse({ is: 'may-not-publish' });
    if (input.notice && !grantFor(actor.grants, 'issue notice', edition)) return refuse({ is: 'may-not-issue' });
    const room = move.do === 'reschedule' ? move.room : null;
    if (room && (await strangeRooms(tx, locked.id, [room])).length > 0) return refuse({ is: 'no-such-room' });
    const activity = before.activities.find(({ id }) => id === input.activity)!;
    const outcome = await rehearseActivity(tx, before, activity, move);
    if (!outcome.ok) return outcome;
    const { moved, after, taken, blocked, breaks } = outcome.value;
    if (taken.length > 0) return refuse({ is: 'room-taken' });
    if (blocked.length > 0) return refuse({ is: 'blocked', why: blocked });
    const decisions = decisionsOn(breaks, input.decisions);
    const open = breaks.filter((one) => !isSettled(one, decisions[one.key]));
    if (open.length > 0) return refuse({ is: 'unsettled', breaks: open });

    await writeTimes(tx, [moved]);
    await settleAcceptances(tx, locked.id, { shift: null, decisions }, { by: actor.name, at: now });
    if (breaks.some(({ kind }) => kind === 'people')) await askAgain(tx, { edition: locked.id, activity: moved.id }, decisions);
    const done = await carryOut(act, {
      ...{ before, after, changed: new Set([moved.id]), reason: input.reason, from: null, to: null },
      activity: moved.id,
      publish: input.publish,
    });
    if (!done.ok) return done;
    const kind = move.do === 'postpone' ? ('postponement' as const) : ('programme-change' as const);
    emit({
      is: 'activity-moved',
      edition: locked.id,
      activity: moved.id,
      move: move.do,
      notice: input.notice && { kind, ...input.notice },
    });
    const slot = ({ startsAt, endsAt, state, room }: Activity) => ({ startsAt, endsAt, state, room });
    note({
      subject: `activity ${moved.id}`,
      before: slot(activity),
      after: { ...slot(moved), reason: input.reason, ...keptOf(breaks, decisions), version: done.value.number },
    });
    return done;
  },
});
