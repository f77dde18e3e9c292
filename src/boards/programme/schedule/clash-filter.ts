/** A list of clashes narrowed: by rule, by whether somebody took it on, by words of what it says. An address holds the choice. */
import type { Clash } from './clash.ts';
import type { PlainDate } from '../content.ts';
import { localDate } from '../time.ts';
import { CLASH_RULES, type ClashRule, type DeskSchedule } from './desk-schedule.ts';
import type { Ground } from './ground.ts';

export const CLASH_STATES = ['open', 'accepted'] as const;
export type ClashState = (typeof CLASH_STATES)[number];

export interface ClashFilter {
  rule: ClashRule | null;
  state: ClashState | null;
  q: string;
}

export function clashFilterOf(parameters: Pick<URLSearchParams, 'get'>): ClashFilter {
  const [rule, state] = [parameters.get('rule'), parameters.get('state')];
  return {
    rule: CLASH_RULES.find((one) => one === rule) ?? null,
    state: CLASH_STATES.find((one) => one === state) ?? null,
    q: (parameters.get('q') ?? '').trim().slice(0, 200),
  };
}

/** What of a filter is chosen, as parameters of an address. */
export const parametersOf = ({ rule, state, q }: ClashFilter): [string, string][] => [
  ...(rule ? [['rule', rule] as [string, string]] : []),
  ...(state ? [['state', state] as [string, string]] : []),
  ...(q.trim() ? [['q', q.trim()] as [string, string]] : []),
];

const stateOf = ({ accepted }: Clash): ClashState => (accepted ? 'accepted' : 'open');

/** `told` says a clash in words; every word looked for must be in it. */
export function narrowed(clashes: readonly Clash[], { rule, state, q }: ClashFilter, told: (clash: Clash) => string): Clash[] {
  const wanted = q.toLowerCase().split(/\s+/).filter(Boolean);
  return clashes.filter((clash) => {
    if ((rule && clash.rule !== rule) || (state && stateOf(clash) !== state)) return false;
    if (wanted.length === 0) return true;
    const text = told(clash).toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** The rules that found something, with how much, the most first. */
export function rulesIn(clashes: readonly Clash[]): { rule: ClashRule; count: number }[] {
  return CLASH_RULES.map((rule) => ({ rule, count: clashes.filter((clash) => clash.rule === rule).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Those of an activity that begins on the day, on the wall of its place. */
export function onDay(clashes: readonly Clash[], desk: DeskSchedule, ground: Pick<Ground, 'zone'>, day: PlainDate): Clash[] {
  const there = new Set(
    desk.activities.filter(({ startsAt, room }) => startsAt !== null && localDate(startsAt, ground.zone(room)) === day).map(({ id }) => id),
  );
  return clashes.filter(({ activities }) => activities.some((id) => there.has(id)));
}
