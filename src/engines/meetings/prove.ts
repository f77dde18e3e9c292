import type { Model } from './model.ts';
import { mostMeetings } from './capacity.ts';

/** Beyond these sizes no reason is looked for: it could not be found in time. */
const MOST_WISHES = 5000;
const MOST_PLACES = 2_000_000;

/**
 * Why not every wish of an instance can be held, or an empty list where these reasons do not show it. Necessary conditions, from cheap to
 * dear, each named by what cannot stand together: wishes without a slot, precedences that leave no slot, more meetings than a delegate can
 * hold, meetings of a delegate that share too few slots, meetings that share too few tables (Hall, J. London Math. Soc. 1935). Where `stop`
 * says so, nothing more is looked for.
 */
export function whyNotAll(m: Model, stop: () => boolean = () => false): string[] {
  const duties = ofOneDelegate(m);
  if (m.wishes > MOST_WISHES || (m.wishes + m.instance.precedences.length) * m.slots > MOST_PLACES) return byCounting(m, duties);
  const domains = slotsOf(m);
  const found: string[] = [];
  for (let w = 0; w < m.wishes; w++) if (domains[w]!.length === 0) found.push(noSlot(m, w));
  if (found.length) return found.slice(0, 20);
  found.push(...byCounting(m, duties));
  if (found.length) return found;

  const clash = tighten(m, domains, duties, stop);
  if (clash) return [clash];
  if (stop()) return [];
  const needTable = Array.from({ length: m.wishes }, (_, w) => w).filter((w) => !mayBeOnline(m, w));
  const short = tooFewSlots(needTable, domains, m.slots, () => m.tables);
  if (short)
    found.push(
      `${short.wishes.length} meetings (wishes ${some(short.wishes)}) need a table in slots ${some(short.slots)}, where there are ${m.tables} tables each: ${m.tables * short.slots.length} in all`,
    );
  return found;
}

/**
 * Takes from the slots of each wish, in place, what precedences and meetings with a single slot leave no use for.
 * @returns why they leave some wish nothing, or null.
 */
export function tighten(m: Model, domains: number[][], duties: Map<number, number[]>, stop: () => boolean = () => false): string | null {
  const round = circle(m);
  if (round) return `the precedences go in a circle (wishes ${some(round)}), each of which would have to come before itself`;
  for (let changed = true; changed && !stop();) {
    changed = false;
    for (const [x, y] of m.instance.precedences) {
      if (x >= m.wishes || y >= m.wishes) continue;
      const first = domains[x]![0]!;
      const last = domains[y]!.at(-1)!;
      const later = domains[y]!.filter((s) => s > first);
      const sooner = domains[x]!.filter((s) => s < last);
      if (later.length === 0 || sooner.length === 0) {
        return `wish ${x} must come before wish ${y}, but with everything else that must come before or after them ${later.length === 0 ? `wish ${y}` : `wish ${x}`} has no slot left`;
      }
      if (later.length < domains[y]!.length || sooner.length < domains[x]!.length) changed = true;
      domains[y] = later;
      domains[x] = x === y ? later : sooner;
    }
    for (const [d, wishes] of duties.entries()) {
      if (wishes.length < 2) continue;
      if (stop()) return null;
      const short = tooFewSlots(wishes, domains, m.slots, () => 1);
      if (short)
        return `delegate ${d}: wishes ${some(short.wishes)} have only slot${short.slots.length > 1 ? 's' : ''} ${some(short.slots)} between them, ${short.wishes.length} meetings in ${short.slots.length}`;
      // A meeting that can only be in one slot takes it from the delegate's others.
      for (const w of wishes) {
        if (domains[w]!.length !== 1) continue;
        for (const other of wishes) {
          if (other === w || !domains[other]!.includes(domains[w]![0]!)) continue;
          domains[other] = domains[other]!.filter((s) => s !== domains[w]![0]);
          changed = true;
          if (domains[other]!.length === 0)
            return `delegate ${d}: wish ${other} has no slot left once wish ${w} takes slot ${domains[w]![0]}, its only one`;
        }
      }
    }
  }
  return null;
}

/** What mere numbers tell, at any size: delegates with more meetings than time, more meetings than tables, chains of precedences longer than the event. */
function byCounting(m: Model, duties: Map<number, number[]>): string[] {
  const found: string[] = [];
  for (const [d, wishes] of duties) {
    const most = mostMeetings(m, d);
    if (wishes.length > most && found.length < 20)
      found.push(`delegate ${d} has ${wishes.length} meetings to hold (wishes ${some(wishes)}), but time for ${most}`);
  }
  if (found.length) return found;
  let atTables = 0;
  for (let w = 0; w < m.wishes; w++) if (!mayBeOnline(m, w)) atTables++;
  if (atTables > m.tables * m.slots)
    return [`${atTables} meetings need a table, and ${m.tables} tables in ${m.slots} slots make ${m.tables * m.slots}`];
  const chain = longestChain(m);
  return chain.length > m.slots
    ? [`${chain.length} meetings have to follow one another (wishes ${some(chain)}), but there are ${m.slots} slots`]
    : [];
}

/** The longest chain of wishes of which each must come before the next; empty where the precedences go in a circle (`circle`). */
function longestChain(m: Model): number[] {
  const p = m.precedes;
  if (!p) return [];
  const waits = Int32Array.from({ length: m.wishes }, (_, w) => p.beforeStart[w + 1]! - p.beforeStart[w]!);
  const length = new Int32Array(m.wishes).fill(1);
  const previous = new Int32Array(m.wishes).fill(-1);
  const queue = Array.from(waits.keys()).filter((w) => waits[w] === 0);
  let last = -1;
  for (const w of queue) {
    if (last < 0 || length[w]! > length[last]!) last = w;
    for (let i = p.afterStart[w]!; i < p.afterStart[w + 1]!; i++) {
      const next = p.afterList[i]!;
      if (length[w]! + 1 > length[next]!) {
        length[next] = length[w]! + 1;
        previous[next] = w;
      }
      if (--waits[next]! === 0) queue.push(next);
    }
  }
  if (queue.length < m.wishes) return [];
  const chain: number[] = [];
  for (let w = last; w >= 0; w = previous[w]!) chain.push(w);
  return chain.reverse();
}

/** The slots in which both sides of each wish have somebody who can meet. */
export function slotsOf(m: Model): number[][] {
  const open = (d: number, o: number, named: boolean, k: number) =>
    named ? (m.limit[d]! > 0 ? m.available[d * m.words + k]! : 0) : m.teamAvailable[o * m.words + k]!;
  return Array.from({ length: m.wishes }, (_, w) => {
    const slots: number[] = [];
    for (let k = 0; k < m.words; k++) {
      let bits = m.allowed ? m.allowed[w * m.words + k]! : -1;
      bits &= open(m.candidates[m.startA[w]!]!, m.wishA[w]!, m.endA[w]! - m.startA[w]! === 1, k);
      bits &= open(m.candidates[m.startB[w]!]!, m.wishB[w]!, m.endB[w]! - m.startB[w]! === 1, k);
      for (; bits !== 0; bits &= bits - 1) slots.push((k << 5) + 31 - Math.clz32(bits & -bits));
    }
    return slots;
  });
}

/** The wishes that only one delegate can hold, by delegate. */
export function ofOneDelegate(m: Model): Map<number, number[]> {
  const duties = new Map<number, number[]>();
  for (let w = 0; w < m.wishes; w++) {
    for (const [from, to] of [
      [m.startA[w]!, m.endA[w]!],
      [m.startB[w]!, m.endB[w]!],
    ] as const) {
      if (to - from !== 1) continue;
      const d = m.candidates[from]!;
      if (!duties.has(d)) duties.set(d, []);
      duties.get(d)!.push(w);
    }
  }
  return duties;
}

/** 1 for each delegate who is one of several that can hold a wish: what it holds for its team cannot be told beforehand. */
export function ofTeams(m: Model): Uint8Array {
  const found = new Uint8Array(m.delegates);
  const helping = new Uint8Array(m.organisations);
  for (let w = 0; w < m.wishes; w++) {
    if (m.endA[w]! - m.startA[w]! > 1) helping[m.wishA[w]!] = 1;
    if (m.endB[w]! - m.startB[w]! > 1) helping[m.wishB[w]!] = 1;
  }
  for (let d = 0; d < m.delegates; d++) found[d] = helping[m.orgOf[d]!]!;
  return found;
}

/** Whether wish w can be held without a table. */
export function mayBeOnline(m: Model, w: number): boolean {
  const side = (from: number, to: number, o: number) => (to - from === 1 ? m.remote[m.candidates[from]!]! : m.teamRemote[o]!) === 1;
  return side(m.startA[w]!, m.endA[w]!, m.wishA[w]!) || side(m.startB[w]!, m.endB[w]!, m.wishB[w]!);
}

/** Wishes that cannot all find a slot of their own among few slots, found by augmenting paths; null where all can. */
function tooFewSlots(
  wishes: number[],
  domains: number[][],
  slots: number,
  room: (s: number) => number,
): { wishes: number[]; slots: number[] } | null {
  const holders: number[][] = Array.from({ length: slots }, () => []);
  for (const w of wishes) {
    const seen = new Uint8Array(slots);
    const reached = new Set<number>();
    const settle = (x: number): boolean => {
      reached.add(x);
      for (const s of domains[x]!) {
        if (seen[s]) continue;
        seen[s] = 1;
        const held = holders[s]!;
        if (held.length < room(s)) {
          held.push(x);
          return true;
        }
        for (let i = 0; i < held.length; i++) {
          if (!settle(held[i]!)) continue;
          held[i] = x;
          return true;
        }
      }
      return false;
    };
    if (settle(w)) continue;
    // All that can only go there, also those that were not reached or not looked at yet, belongs to the reason.
    const bound = wishes.filter((x) => domains[x]!.every((s) => seen[s]));
    return { wishes: [...new Set([...reached, ...bound])].sort((x, y) => x - y), slots: Array.from(seen.keys()).filter((s) => seen[s]) };
  }
  return null;
}

function noSlot(m: Model, w: number): string {
  const a = m.wishA[w]!;
  const b = m.wishB[w]!;
  for (const [o, from, to] of [
    [a, m.startA[w]!, m.endA[w]!],
    [b, m.startB[w]!, m.endB[w]!],
  ] as const) {
    if (from === to) return `wish ${w}: organisation ${o} has no delegate`;
  }
  const list = m.instance.allowed[w];
  return `wish ${w}: there is no slot in which organisations ${a} and ${b} both have somebody free${list ? ` among those it is allowed (${some(list)})` : ''}`;
}

/** Wishes that would have to come before each other all round, the first also last; null where there are none. */
function circle(m: Model): number[] | null {
  const p = m.precedes;
  if (!p) return null;
  // Depth first with a stack of its own: -1 not seen, then the next arrow to follow, -2 done.
  const at = new Int32Array(m.wishes).fill(-1);
  for (let start = 0; start < m.wishes; start++) {
    if (at[start] !== -1) continue;
    const path = [start];
    at[start] = p.afterStart[start]!;
    while (path.length > 0) {
      const w = path.at(-1)!;
      if (at[w]! >= p.afterStart[w + 1]!) {
        at[w] = -2;
        path.pop();
        continue;
      }
      const next = p.afterList[at[w]!++]!;
      if (at[next]! >= 0) return [...path.slice(path.indexOf(next)), next];
      if (at[next] === -2) continue;
      at[next] = p.afterStart[next]!;
      path.push(next);
    }
  }
  return null;
}

/** A list for people: at most twelve, then how many more. */
export const some = (list: readonly number[]): string =>
  list.length <= 12 ? list.join(', ') : `${list.slice(0, 12).join(', ')} and ${list.length - 12} more`;
