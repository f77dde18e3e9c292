import type { Model } from './model.ts';

/** Most steps of the walks below for all delegates; beyond, the halls are left out, which only makes the bound weaker. */
const MOST_STEPS = 500_000_000;

/** The most meetings delegate d can hold: its free slots day by day, no more than perDay, none above maxRun in a row, and its limit. */
export function mostMeetings(m: Model, d: number): number {
  let all = 0;
  for (let first = 0; first < m.slots; first = m.dayEnd[first]!) {
    let most = 0;
    let run = 0;
    for (let s = first; s < m.dayEnd[first]!; s++) {
      run = m.blocked[d * m.slots + s]! ? 0 : run + 1;
      // In a stretch of free slots, every (maxRun + 1)th has to stay a pause.
      if (run > 0 && run % (m.maxRun + 1) !== 0) most++;
    }
    all += Math.min(most, m.perDay);
  }
  return Math.min(all, m.limit[d]!);
}

/**
 * The most meetings at tables delegate d can hold, walking included: the longest way through each day, slot by slot, remembering the hall of
 * the last stop, how long ago it was and how many meetings run together.
 */
export function mostAtTables(m: Model, d: number): number {
  const plain = mostMeetings(m, d);
  const maxRun = Math.min(m.maxRun, m.slots);
  const states = m.halls * (m.reach + 1) * (maxRun + 1);
  if (m.reach === 0 || states * m.halls * m.slots * m.delegates > MOST_STEPS) return plain;
  let usable = 0;
  for (let t = 0; t < m.tables; t++) usable |= 1 << m.hall[t]!;
  const sessions = new Map(m.instance.delegates[d]!.busy);
  const index = (h: number, ago: number, run: number) => (h * (m.reach + 1) + ago) * (maxRun + 1) + run;
  let all = 0;
  for (let first = 0; first < m.slots; first = m.dayEnd[first]!) {
    // best[state]: most meetings so far; ago counts free slots since the last stop, the largest meaning "long enough ago".
    let best = new Int32Array(states).fill(-1);
    best[index(0, m.reach, 0)] = 0;
    for (let s = first; s < m.dayEnd[first]!; s++) {
      const next = new Int32Array(states).fill(-1);
      const session = sessions.get(s);
      for (let h = 0; h < m.halls; h++) {
        for (let ago = 0; ago <= m.reach; ago++) {
          for (let run = 0; run <= maxRun; run++) {
            const n = best[index(h, ago, run)]!;
            if (n < 0) continue;
            const keep = (state: number, value: number) => {
              if (next[state]! < value) next[state] = value;
            };
            if (session !== undefined) {
              if (ago === m.reach || (m.after[ago * m.halls + h]! >> session) & 1) keep(index(session, 0, 0), n);
              continue;
            }
            keep(index(h, Math.min(m.reach, ago + 1), 0), n);
            if (m.blocked[d * m.slots + s]! || run === maxRun) continue;
            const halls = usable & m.sessionHalls[d * m.slots + s]! & (ago === m.reach ? -1 : m.after[ago * m.halls + h]!);
            for (let g = 0; g < m.halls; g++) if ((halls >> g) & 1) keep(index(g, 0, run + 1), n + 1);
          }
        }
      }
      best = next;
    }
    let most = 0;
    for (let i = 0; i < states; i++) most = Math.max(most, best[i]!);
    all += Math.min(most, m.perDay);
  }
  return Math.min(all, plain);
}
