import { loadHighs } from './highs.ts';
import type { Model } from './model.ts';

/** Largest programme that is tried, in variables. */
const MOST_COLUMNS = 400_000;
/** Pairs of delegates × slots that may be looked at to make it. */
const MOST_PAIRS = 50_000_000;

/** A linear programme in columns with coefficient 1 each: maximise the sum of weights, rows at most their capacity. */
interface Programme {
  capacity: number[];
  weight: number[];
  /** Rows of column c: row[start[c] … start[c + 1]). */
  start: number[];
  row: number[];
}

/**
 * A bound of the weight by a linear programme in time: a column per wish, slot, pair of delegates and table of one kind in one hall; rows for
 * each wish, each delegate in each slot, on each day, in every `maxRun` + 1 slots and in all, the tables of each kind, and the walk between
 * two slots that follow each other. Dearer than `boundByProgramme` by far and mostly a little lower, since halls and hours count.
 * The bound is worked out anew from the prices found (weak duality), so that it holds however well the solver did.
 * @param seconds how long the solver may take.
 * @returns null where it is too large or no time is left.
 */
export async function boundInTime(m: Model, seconds: number): Promise<number | null> {
  const programme = inTime(m);
  if (programme === null) return null;
  const { capacity, weight, start, row } = programme;
  if (weight.length === 0) return 0;
  const highs = await loadHighs();
  const solution = highs.solve(asText(programme), { solver: 'ipm', time_limit: seconds });
  if (solution.Status !== 'Optimal') return null;
  const price = new Float64Array(capacity.length);
  for (const { Name, Dual } of solution.Rows as { Name: string; Dual?: number }[]) price[Number(Name.slice(1))] = Math.max(0, Dual ?? 0);
  let bound = 0;
  capacity.forEach((most, i) => (bound += most * price[i]!));
  for (let c = 0; c < weight.length; c++) {
    let reduced = weight[c]!;
    for (let i = start[c]!; i < start[c + 1]!; i++) reduced -= price[row[i]!]!;
    bound += Math.max(0, reduced);
  }
  return m.weight.every((x) => Number.isInteger(x)) ? Math.floor(bound + 1e-6) : bound;
}

function inTime(m: Model): Programme | null {
  let work = 0;
  for (let w = 0; w < m.wishes; w++) work += (m.endA[w]! - m.startA[w]!) * (m.endB[w]! - m.startB[w]!) * m.slots;
  if (work > MOST_PAIRS) return null;
  const capacity: number[] = [];
  const weight: number[] = [];
  const start = [0];
  const row: number[] = [];
  const rows = new Map<string, number>();
  const rowOf = (name: string, most: number) => {
    const found = rows.get(name);
    if (found !== undefined) return found;
    rows.set(name, capacity.length);
    return capacity.push(most) - 1;
  };
  const shared = Array.from({ length: m.halls }, (_, h) => m.sharedStart[h + 1]! - m.sharedStart[h]!);
  const stands = Array.from({ length: m.organisations }, (_, o) => {
    const perHall = new Map<number, number>();
    for (let i = m.standStart[o]!; i < m.standStart[o + 1]!; i++)
      perHall.set(m.hall[m.standList[i]!]!, (perHall.get(m.hall[m.standList[i]!]!) ?? 0) + 1);
    return perHall;
  });

  const add = (w: number, s: number, da: number, db: number, hall: number, table: number) => {
    row.push(rowOf(`w${w}`, 1));
    for (const d of [da, db]) {
      row.push(rowOf(`d${d},${s}`, 1), rowOf(`y${d},${m.day[s]!}`, m.perDay), rowOf(`l${d}`, m.limit[d]!));
      for (let from = Math.max(m.dayStart[s]!, s - m.maxRun); from <= s && from + m.maxRun < m.dayEnd[s]!; from++)
        row.push(rowOf(`r${d},${from}`, m.maxRun));
      if (hall < 0 || m.reach === 0) continue;
      // Who meets in hall h meets next in no hall that needs a walk from there.
      if (s + 1 < m.dayEnd[s]!) row.push(rowOf(`h${d},${s},${hall}`, 1));
      if (s > m.dayStart[s]!)
        for (let h = 0; h < m.halls; h++) if (m.instance.travel[h]![hall]! > 0) row.push(rowOf(`h${d},${s - 1},${h}`, 1));
    }
    if (table >= 0) row.push(table);
    start.push(row.length);
    weight.push(m.weight[w]!);
  };

  for (let w = 0; w < m.wishes; w++) {
    for (let i = m.startA[w]!; i < m.endA[w]!; i++) {
      for (let j = m.startB[w]!; j < m.endB[w]!; j++) {
        const da = m.candidates[i]!;
        const db = m.candidates[j]!;
        for (let k = 0; k < m.words && da !== db; k++) {
          let bits = m.available[da * m.words + k]! & m.available[db * m.words + k]!;
          if (m.allowed) bits &= m.allowed[w * m.words + k]!;
          for (; bits !== 0; bits &= bits - 1) {
            const s = (k << 5) + 31 - Math.clz32(bits & -bits);
            if (m.remote[da]! || m.remote[db]!) {
              add(w, s, da, db, -1, -1);
              continue;
            }
            const halls = m.sessionHalls[da * m.slots + s]! & m.sessionHalls[db * m.slots + s]!;
            for (let h = 0; h < m.halls; h++) {
              if (!((halls >> h) & 1)) continue;
              if (shared[h]! > 0) add(w, s, da, db, h, rowOf(`t${h},${s}`, shared[h]!));
              for (const o of [m.wishA[w]!, m.wishB[w]!]) {
                const n = stands[o]!.get(h);
                if (n !== undefined) add(w, s, da, db, h, rowOf(`s${o},${h},${s}`, n));
              }
            }
          }
        }
        if (weight.length > MOST_COLUMNS) return null;
      }
    }
  }
  return { capacity, weight, start, row };
}

function asText({ capacity, weight, start, row }: Programme): string {
  const rows: string[][] = Array.from({ length: capacity.length }, () => []);
  for (let c = 0; c < weight.length; c++) for (let i = start[c]!; i < start[c + 1]!; i++) rows[row[i]!]!.push(` + x${c}`);
  const lines = ['Maximize', ' obj:', ...weight.map((x, c) => ` + ${x} x${c}`), 'Subject To'];
  rows.forEach((terms, i) => {
    if (terms.length <= capacity[i]!) return;
    lines.push(` r${i}:`);
    for (let k = 0; k < terms.length; k += 20) lines.push(terms.slice(k, k + 20).join(''));
    lines.push(` <= ${capacity[i]}`);
  });
  return [...lines, 'Bounds', ...weight.map((_, c) => ` 0 <= x${c} <= 1`), 'End', ''].join('\n');
}
