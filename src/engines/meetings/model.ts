import type { Instance } from './instance.ts';

/**
 * An instance laid out in flat typed arrays for the search: everything that does not change while a plan changes.
 *
 * Cells are delegate × slot (`d * slots + s`). Sets of slots are bit masks of `words` 32-bit words; sets of halls are one word, bit h for
 * hall h.
 */
export interface Model {
  instance: Instance;
  slots: number;
  words: number;
  halls: number;
  delegates: number;
  organisations: number;
  tables: number;
  wishes: number;
  days: number;
  perDay: number;
  maxRun: number;
  /** First slot and one past the last slot of the day of each slot. */
  dayStart: Int32Array;
  dayEnd: Int32Array;
  /** Number of the day of each slot, without gaps. */
  day: Int32Array;
  /** 1 where the delegate is away or in a session (cells). */
  blocked: Uint8Array;
  /** Slots in which the delegate can meet (delegate × words). */
  available: Int32Array;
  /** before[d * (slots + 1) + s]: slots before s in which the delegate would be waiting if not in a meeting. */
  waitingBefore: Int32Array;
  /** Halls in which the delegate can be in a cell, given the sessions of the programme. */
  sessionHalls: Int32Array;
  remote: Uint8Array;
  orgOf: Int32Array;
  /** Slots in which somebody of an organisation's team can meet (organisation × words), and 1 where somebody of it is remote. */
  teamAvailable: Int32Array;
  teamRemote: Uint8Array;
  limit: Int32Array;
  /** Hall and owner (-1: shared) of each table. */
  hall: Int32Array;
  stand: Int32Array;
  /** Stands of organisation o: standList[standStart[o] … standStart[o + 1]). */
  standStart: Int32Array;
  standList: Int32Array;
  /** Shared tables of hall h: sharedList[sharedStart[h] … sharedStart[h + 1]). */
  sharedStart: Int32Array;
  sharedList: Int32Array;
  /** Farthest apart, in slots, that two halls can disturb each other: the largest travel time. */
  reach: number;
  /** after[k * halls + g]: halls one can be in k + 1 slots after having been in g; `earlier` the same backwards. */
  after: Int32Array;
  earlier: Int32Array;
  wishA: Int32Array;
  wishB: Int32Array;
  weight: Float64Array;
  /** Delegates who may take part for a and for b: candidates[startA[w] … endA[w]) and so on. */
  candidates: Int32Array;
  startA: Int32Array;
  endA: Int32Array;
  startB: Int32Array;
  endB: Int32Array;
  /** Slots a wish may take (wish × words), or null where every wish may take every slot. */
  allowed: Int32Array | null;
  /** Wishes that must come before (after) wish w, as lists; null where there are none. */
  precedes: { beforeStart: Int32Array; beforeList: Int32Array; afterStart: Int32Array; afterList: Int32Array } | null;
  /** The most weight an organisation could have alone: its strongest wishes, as many as its delegates could hold. */
  could: Float64Array;
  /** Meetings an organisation's delegates could hold at most, day by day, by perDay, limit. */
  capacity: Int32Array;
  /** Least number of meetings sold to an organisation; 0 without. */
  minimum: Int32Array;
}

/** Groups 0 … n - 1 by key: members of key k are list[start[k] … start[k + 1]), in rising order. Negative keys are left out. */
export function grouped(keys: ArrayLike<number>, groups: number): { start: Int32Array; list: Int32Array } {
  const start = new Int32Array(groups + 1);
  for (let i = 0; i < keys.length; i++) if (keys[i]! >= 0) start[keys[i]! + 1]!++;
  for (let k = 0; k < groups; k++) start[k + 1]! += start[k]!;
  const list = new Int32Array(start[groups]!);
  const next = start.slice();
  for (let i = 0; i < keys.length; i++) if (keys[i]! >= 0) list[next[keys[i]!]!++] = i;
  return { start, list };
}

/** Lays out `instance`. The instance must have been read by `readInstance`, which keeps every number within its bounds. */
export function compile(instance: Instance): Model {
  const { slots, halls, organisations } = instance;
  const D = instance.delegates.length;
  const T = instance.tables.length;
  const W = instance.wishes.length;
  const words = Math.max(1, (slots + 31) >> 5);

  const day = new Int32Array(slots);
  for (let s = 1; s < slots; s++) day[s] = day[s - 1]! + (instance.dayOf[s] === instance.dayOf[s - 1] ? 0 : 1);
  const dayStart = new Int32Array(slots);
  const dayEnd = new Int32Array(slots);
  for (let s = 0; s < slots; s++) dayStart[s] = s > 0 && day[s] === day[s - 1] ? dayStart[s - 1]! : s;
  for (let s = slots - 1; s >= 0; s--) dayEnd[s] = s + 1 < slots && day[s] === day[s + 1] ? dayEnd[s + 1]! : s + 1;

  const everyHall = halls >= 31 ? 0x7fffffff : (1 << halls) - 1;
  let reach = 0;
  for (let h = 0; h < halls; h++) for (let g = 0; g < halls; g++) reach = Math.max(reach, Math.min(slots, instance.travel[h]![g]!));
  const after = new Int32Array(Math.max(1, reach) * halls);
  const earlier = new Int32Array(Math.max(1, reach) * halls);
  for (let k = 0; k < reach; k++) {
    for (let h = 0; h < halls; h++) {
      for (let g = 0; g < halls; g++) {
        if (instance.travel[h]![g]! <= k) after[k * halls + h]! |= 1 << g;
        if (instance.travel[g]![h]! <= k) earlier[k * halls + h]! |= 1 << g;
      }
    }
  }

  const blocked = new Uint8Array(D * slots);
  const available = new Int32Array(D * words);
  const waitingBefore = new Int32Array(D * (slots + 1));
  const sessionHalls = new Int32Array(D * slots).fill(everyHall);
  const capacity = new Int32Array(organisations);
  const freePerDay = new Int32Array(slots + 1);
  instance.delegates.forEach((delegate, d) => {
    for (const s of delegate.away) blocked[d * slots + s] = 1;
    for (const [s, h] of delegate.busy) {
      blocked[d * slots + s] = 1;
      for (let q = Math.max(dayStart[s]!, s - reach); q < Math.min(dayEnd[s]!, s + reach + 1); q++) {
        if (q < s) sessionHalls[d * slots + q]! &= earlier[(s - q - 1) * halls + h]!;
        if (q > s) sessionHalls[d * slots + q]! &= after[(q - s - 1) * halls + h]!;
      }
    }
    freePerDay.fill(0);
    for (let s = 0; s < slots; s++) {
      const isFree = blocked[d * slots + s] ? 0 : 1;
      waitingBefore[d * (slots + 1) + s + 1] = waitingBefore[d * (slots + 1) + s]! + (instance.idleCountsAway ? 1 : isFree);
      if (isFree) {
        available[d * words + (s >> 5)]! |= 1 << (s & 31);
        freePerDay[day[s]!]!++;
      }
    }
    let most = 0;
    for (let k = 0; k < freePerDay.length; k++) most += Math.min(freePerDay[k]!, instance.perDay);
    capacity[delegate.org]! += Math.min(most, delegate.limit ?? most);
  });

  const orgOf = Int32Array.from(instance.delegates, (d) => d.org);
  const team = grouped(orgOf, organisations);
  const teamAvailable = new Int32Array(organisations * words);
  const teamRemote = new Uint8Array(organisations);
  instance.delegates.forEach(({ org, remote, limit }, d) => {
    if (remote) teamRemote[org] = 1;
    if (limit !== 0) for (let k = 0; k < words; k++) teamAvailable[org * words + k]! |= available[d * words + k]!;
  });
  const stand = Int32Array.from(instance.tables, (t) => t.stand ?? -1);
  const hall = Int32Array.from(instance.tables, (t) => t.hall);
  const stands = grouped(stand, organisations);
  const shared = grouped(
    hall.map((h, t) => (stand[t]! < 0 ? h : -1)),
    halls,
  );

  const wishA = new Int32Array(W);
  const wishB = new Int32Array(W);
  const weight = new Float64Array(W);
  const startA = new Int32Array(W);
  const endA = new Int32Array(W);
  const startB = new Int32Array(W);
  const endB = new Int32Array(W);
  // Candidates are the organisation's team, or the one named delegate, appended behind the teams.
  const candidates = new Int32Array(D + D);
  candidates.set(team.list);
  for (let d = 0; d < D; d++) candidates[D + d] = d;
  const strongest: number[][] = Array.from({ length: organisations }, () => []);
  instance.wishes.forEach(([a, b, value, namedA = -1, namedB = -1], w) => {
    wishA[w] = a;
    wishB[w] = b;
    weight[w] = value;
    startA[w] = namedA >= 0 ? D + namedA : team.start[a]!;
    endA[w] = namedA >= 0 ? D + namedA + 1 : team.start[a + 1]!;
    startB[w] = namedB >= 0 ? D + namedB : team.start[b]!;
    endB[w] = namedB >= 0 ? D + namedB + 1 : team.start[b + 1]!;
    strongest[a]!.push(value);
    strongest[b]!.push(value);
  });
  const could = Float64Array.from(strongest, (values, o) => {
    values.sort((x, y) => y - x);
    let sum = 0;
    for (let i = 0; i < Math.min(values.length, capacity[o]!); i++) sum += values[i]!;
    return sum;
  });

  let allowed: Int32Array | null = null;
  if (instance.allowed.some((list) => list)) {
    allowed = new Int32Array(W * words).fill(-1);
    for (let w = 0; w < W; w++) {
      const list = instance.allowed[w];
      if (!list) continue;
      allowed.fill(0, w * words, (w + 1) * words);
      for (const s of list) allowed[w * words + (s >> 5)]! |= 1 << (s & 31);
    }
  }
  const pairs = instance.precedences.filter(([x, y]) => x < W && y < W);
  const into = grouped(
    Int32Array.from(pairs, (p) => p[1]),
    W,
  );
  const outOf = grouped(
    Int32Array.from(pairs, (p) => p[0]),
    W,
  );
  const minimum = new Int32Array(organisations);
  for (const [o, n] of instance.minima) minimum[o] = Math.max(minimum[o]!, n);

  return {
    instance,
    slots,
    words,
    halls,
    delegates: D,
    organisations,
    tables: T,
    wishes: W,
    days: slots ? day[slots - 1]! + 1 : 0,
    perDay: instance.perDay,
    maxRun: instance.maxRun,
    dayStart,
    dayEnd,
    day,
    blocked,
    available,
    waitingBefore,
    sessionHalls,
    remote: Uint8Array.from(instance.delegates, (d) => (d.remote ? 1 : 0)),
    orgOf,
    teamAvailable,
    teamRemote,
    limit: Int32Array.from(instance.delegates, (d) => Math.min(d.limit ?? slots, slots)),
    hall,
    stand,
    standStart: stands.start,
    standList: stands.list,
    sharedStart: shared.start,
    sharedList: shared.list,
    reach,
    after,
    earlier,
    wishA,
    wishB,
    weight,
    candidates,
    startA,
    endA,
    startB,
    endB,
    allowed,
    precedes: pairs.length
      ? {
          beforeStart: into.start,
          beforeList: into.list.map((i) => pairs[i]![0]),
          afterStart: outOf.start,
          afterList: outOf.list.map((i) => pairs[i]![1]),
        }
      : null,
    could,
    capacity,
    minimum,
  };
}
