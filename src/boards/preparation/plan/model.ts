/**
 * The plan of an edition: milestones that wait for each other. Which are late, which endanger their day, and which chain of them leaves
 * the least room. Days are dates `YYYY-MM-DD`; a milestone takes `days` of work, the last of them its own day. Rules only: no clock.
 */
import { daysLater } from '#registry/days.ts';
import type { Localised } from '#registry/text.ts';

export interface Milestone {
  id: string;
  title: Localised;
  owner: Localised;
  /** The account that is reminded; `null`: the organising office. */
  answerable: { id: string; name: string } | null;
  dueOn: string;
  /** Days of work, once all that it waits for is done. */
  days: number;
  doneOn: string | null;
  waitsFor: string[];
  note: Localised | null;
  sample: boolean;
  version: number;
}

export type Standing = 'done' | 'late' | 'endangered' | 'waiting' | 'ready';

export interface Forecast {
  standing: Standing;
  /** When it can be done at the earliest, or was. */
  earliest: string;
  /** When it must be done for nothing that waits for it to miss its day. */
  latest: string;
  /** Days between the two; below 0 it cannot be held. */
  slack: number;
  critical: boolean;
}

/** Days before its own on which an open milestone is told of, in their order; the last is the day after. */
export const REMINDED = [7, 1, -1] as const;

/** Whether a reminder that was to be written `days` before `dueOn` still says something on `today`: not when a later one says it too. */
export function stillSays(days: number, dueOn: string, today: string): boolean {
  const left = numberOf(dueOn) - numberOf(today);
  return !REMINDED.some((other) => other < days && left <= other);
}

/** The day of the next reminder, `today` included; `null` where none is to come. */
export function nextReminder({ dueOn, doneOn }: Pick<Milestone, 'dueOn' | 'doneOn'>, today: string): string | null {
  if (doneOn !== null) return null;
  return REMINDED.map((days) => daysLater(dueOn, -days)).find((day) => day >= today) ?? null;
}

const DAY = 86_400_000;
const numberOf = (date: string): number => Date.parse(date) / DAY;
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Days from a day to the first of the edition; below 0 it is after it. */
export const untilFirstDay = (day: string, { startsOn }: { startsOn: string }): number => numberOf(startsOn) - numberOf(day);

/** A way from a milestone over what it waits for back to itself, by ids; `null` where there is none. */
export function circleIn(milestones: readonly Pick<Milestone, 'id' | 'waitsFor'>[]): string[] | null {
  const byId = new Map(milestones.map((one) => [one.id, one]));
  const seen = new Map<string, 'open' | 'done'>();
  const way: string[] = [];
  const visit = (id: string): string[] | null => {
    if (seen.get(id) === 'done') return null;
    if (seen.get(id) === 'open') return [...way.slice(way.indexOf(id)), id];
    seen.set(id, 'open');
    way.push(id);
    for (const next of byId.get(id)?.waitsFor ?? []) {
      const circle = byId.has(next) ? visit(next) : null;
      if (circle) return circle;
    }
    way.pop();
    seen.set(id, 'done');
    return null;
  };
  for (const { id } of milestones) {
    const circle = visit(id);
    if (circle) return circle;
  }
  return null;
}

/** Each after all that it waits for; the plan has no circle. */
function inOrder(milestones: readonly Milestone[]): Milestone[] {
  const byId = new Map(milestones.map((one) => [one.id, one]));
  const sorted: Milestone[] = [];
  const seen = new Set<string>();
  const visit = (one: Milestone) => {
    if (seen.has(one.id)) return;
    seen.add(one.id);
    for (const id of one.waitsFor) {
      const before = byId.get(id);
      if (before) visit(before);
    }
    sorted.push(one);
  };
  for (const one of milestones) visit(one);
  return sorted;
}

/** Where each milestone stands today: a pass forward for the earliest day of each, one back for the latest. */
export function forecast(milestones: readonly Milestone[], today: string): Map<string, Forecast> {
  const order = inOrder(milestones);
  const now = numberOf(today);
  const earliest = new Map<string, number>();
  for (const one of order) {
    const free = Math.max(now - 1, ...one.waitsFor.flatMap((id) => earliest.get(id) ?? []));
    earliest.set(one.id, one.doneOn ? numberOf(one.doneOn) : free + one.days);
  }
  const latest = new Map(order.map((one) => [one.id, numberOf(one.dueOn)]));
  for (const one of order.toReversed())
    for (const id of one.waitsFor) {
      const day = latest.get(id);
      if (day !== undefined && !one.doneOn) latest.set(id, Math.min(day, latest.get(one.id)! - one.days));
    }
  const open = order.filter(({ doneOn }) => !doneOn);
  const slackOf = ({ id }: Milestone) => latest.get(id)! - earliest.get(id)!;
  const critical = criticalChain(open, slackOf);
  const openIds = new Set(open.map(({ id }) => id));
  return new Map(
    order.map((one) => {
      const slack = slackOf(one);
      const standing: Standing = one.doneOn
        ? 'done'
        : numberOf(one.dueOn) < now
          ? 'late'
          : slack < 0
            ? 'endangered'
            : one.waitsFor.some((id) => openIds.has(id))
              ? 'waiting'
              : 'ready';
      return [
        one.id,
        { standing, earliest: dateOf(earliest.get(one.id)!), latest: dateOf(latest.get(one.id)!), slack, critical: critical.has(one.id) },
      ];
    }),
  );
}

/** The chain to the last open milestone that leaves the least room: from it back, always over what is the tightest. */
function criticalChain(open: readonly Milestone[], slackOf: (one: Milestone) => number): Set<string> {
  const byId = new Map(open.map((one) => [one.id, one]));
  const chain = new Set<string>();
  let at = open.toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : a.dueOn > b.dueOn ? -1 : slackOf(a) - slackOf(b)))[0];
  while (at) {
    chain.add(at.id);
    at = at.waitsFor.flatMap((id) => byId.get(id) ?? []).toSorted((a, b) => slackOf(a) - slackOf(b))[0];
  }
  return chain;
}
