import type { Model } from './model.ts';
import { ofOneDelegate, ofTeams, slotsOf, tighten } from './prove.ts';

/** How few and how many breaks a delegate can have in any plan that holds every wish. */
export interface Range {
  least: number;
  most: number;
}

/**
 * For each delegate that alone can hold certain wishes, the fewest and the most breaks any plan that holds all wishes gives it. Its other
 * meetings and those of others are left out, except for what they take from its wishes' slots (`tighten`): as many slots as it has meetings
 * are chosen, among them those that some meeting cannot do without, and up to no slot more of them than meetings can begin to be held by
 * then, or fewer than have to be over. The fewest of all added up are a lower bound of the breaks.
 */
export function rangesOfBreaks(m: Model, stop: () => boolean = () => false): Map<number, Range> {
  const domains = slotsOf(m);
  const duties = ofOneDelegate(m);
  const ranges = new Map<number, Range>();
  if (domains.some((domain) => domain.length === 0) || tighten(m, domains, duties, stop)) return ranges;
  const helping = ofTeams(m);
  for (const [d, wishes] of duties) {
    // What it may hold for its team could fill its breaks, or make others.
    if (helping[d] || stop()) continue;
    const mine = wishes.map((w) => domains[w]!);
    const least = fewest(m, d, mine, 1);
    const most = -fewest(m, d, mine, -1);
    if (least < Infinity) ranges.set(d, { least, most });
  }
  return ranges;
}

/** The least sum of `each` per break (1 for the fewest, -1 for the most), by a walk over the slots that remembers how many are taken. */
function fewest(m: Model, d: number, domains: number[][], each: number): number {
  const meetings = domains.length;
  const usable = new Uint8Array(m.slots);
  const needed = new Uint8Array(m.slots);
  const begun = new Int32Array(m.slots);
  const over = new Int32Array(m.slots);
  for (const domain of domains) {
    for (const s of domain) usable[s] = 1;
    if (domain.length === 1) needed[domain[0]!] = 1;
    for (let s = domain[0]!; s < m.slots; s++) begun[s]!++;
    for (let s = domain.at(-1)!; s < m.slots; s++) over[s]!++;
  }
  // For k meetings so far: fewest where the day's last slot was a meeting or not waited in (`met`), where it was waited in (`waits`), and
  // before the first meeting of the day (`settled`).
  const size = meetings + 1;
  let settled = new Float64Array(size).fill(Infinity);
  let waits = new Float64Array(size).fill(Infinity);
  let met = new Float64Array(size).fill(Infinity);
  settled[0] = 0;
  for (let s = 0; s < m.slots; s++) {
    if (m.dayStart[s] === s) {
      for (let k = 0; k < size; k++) settled[k] = Math.min(settled[k]!, waits[k]!, met[k]!);
      waits.fill(Infinity);
      met.fill(Infinity);
    }
    const counts = m.waitingBefore[d * (m.slots + 1) + s + 1]! > m.waitingBefore[d * (m.slots + 1) + s]!;
    const nextSettled = new Float64Array(size).fill(Infinity);
    const nextWaits = new Float64Array(size).fill(Infinity);
    const nextMet = new Float64Array(size).fill(Infinity);
    for (let k = over[s]!; k <= begun[s]!; k++) {
      if (!needed[s]) {
        nextSettled[k] = settled[k]!;
        nextWaits[k] = counts ? Math.min(waits[k]!, met[k]!) : waits[k]!;
        if (!counts) nextMet[k] = met[k]!;
      }
      if (k > 0 && usable[s]) nextMet[k] = Math.min(nextMet[k]!, settled[k - 1]!, met[k - 1]!, waits[k - 1]! + each);
    }
    settled = nextSettled;
    waits = nextWaits;
    met = nextMet;
  }
  return Math.min(settled[meetings]!, waits[meetings]!, met[meetings]!);
}

/** A lower bound of the number of breaks of any plan that holds every wish. */
export function fewestBreaks(ranges: Map<number, Range>): number {
  let all = 0;
  for (const { least } of ranges.values()) all += least;
  return all;
}

/** From how many to how many breaks the one with the fewest may have. */
export interface Floors {
  from: number;
  to: number;
  /** Why nobody having more than the spread above another cannot be, in words; null where nothing shows it. */
  why: string | null;
}

/** How many breaks the one with the fewest can have, so that nobody has more than `spread` above another; where that cannot be, what is nearest to it. */
export function floors(ranges: Map<number, Range>, spread: number): Floors {
  let busiest = -1;
  let calmest = -1;
  for (const [d, { least, most }] of ranges) {
    if (busiest < 0 || least > ranges.get(busiest)!.least) busiest = d;
    if (calmest < 0 || most < ranges.get(calmest)!.most) calmest = d;
  }
  if (busiest < 0) return { from: 0, to: 0, why: null };
  const from = Math.max(0, ranges.get(busiest)!.least - spread);
  const to = ranges.get(calmest)!.most;
  if (from <= to) return { from, to, why: null };
  return {
    from: to,
    to: from,
    why: `delegate ${busiest} has at least ${from + spread} breaks, whatever the plan, and delegate ${calmest} at most ${to}`,
  };
}
