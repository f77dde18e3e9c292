/** Acceptances of clashes that are the same after a move of the edition as before it, but for the days. */
import type { Instant } from '../content.ts';
import { type Clash, fingerprintOf } from '../schedule/clash.ts';
import type { ClashIndex } from '../schedule/clashes.ts';
import type { Acceptance, ClashRule } from '../schedule/desk-schedule.ts';
import { sameHour } from './model.ts';

/** All that these rules set against each other comes along with the edition; opening hours, closures and absences are of the calendar. */
const COMES_ALONG: ReadonlySet<ClashRule> = new Set<ClashRule>([
  ...(['site', 'person', 'capacity', 'travel', 'layout', 'equipment', 'interpretation', 'audience', 'wish'] as const),
]);

/** What was accepted of the clash as it stood `shift` days ago, hour for hour; `null` where it is another now. */
export function carriedTo(
  clash: Clash,
  acceptances: readonly Acceptance[],
  shift: number,
  { ground, activity }: ClashIndex,
): Acceptance | null {
  if (clash.accepted || !clash.acceptedBefore || !COMES_ALONG.has(clash.rule)) return null;
  const kept = acceptances.find(({ key }) => key === clash.key);
  const zones = new Set(clash.activities.map((id) => ground.zone(activity(id)?.room ?? null)));
  const matches = (zone: string) => {
    const back = (at: Instant | null) => at && sameHour(at, -shift, zone);
    return fingerprintOf({ ...clash, from: back(clash.from), to: back(clash.to) }) === kept?.fingerprint;
  };
  return kept && [...zones].some(matches) ? kept : null;
}
