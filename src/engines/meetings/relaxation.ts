import { mostAtTables, mostMeetings } from './capacity.ts';
import type { Model } from './model.ts';

/**
 * A linear programme whose optimum no plan can exceed. A column is a wish held in one manner: at a shared table, at a stand of a or of b,
 * online through a remote delegate of a or of b. Rows: each wish at most once; each organisation at most what its delegates can hold (day
 * by day, by perDay, maxRun, limit), its on-site delegates alone for table meetings, its remote ones alone for the online meetings they
 * carry; named delegates alone; shared tables × slots; each stand in the slots its owner is there. It ignores when things happen.
 */
export interface Relaxation {
  rows: number;
  /** Right-hand sides: what a row can hold. */
  capacity: Float64Array;
  kind: RowKind[];
  /** What the row is about: an organisation, a delegate or -1. */
  about: Int32Array;
  columns: number;
  wish: Int32Array;
  /** Rows of column c: row[start[c] … start[c + 1]), each with coefficient 1. The row of the wish itself is left out. */
  start: Int32Array;
  row: Int32Array;
  /** Columns of wish w: columnStart[w] … columnStart[w + 1]. */
  columnStart: Int32Array;
}

export type RowKind = 'organisation' | 'on-site' | 'remote' | 'delegate' | 'shared tables' | 'stand';

export function relaxation(m: Model, moreTables = 0): Relaxation {
  const capacity: number[] = [];
  const kind: RowKind[] = [];
  const about: number[] = [];
  const addRow = (k: RowKind, who: number, most: number): number => {
    capacity.push(most);
    kind.push(k);
    about.push(who);
    return capacity.length - 1;
  };
  const onSite = new Float64Array(m.organisations);
  const online = new Float64Array(m.organisations);
  const tables = new Float64Array(m.organisations);
  const here = Array.from({ length: m.organisations }, () => new Set<number>());
  const most = new Float64Array(m.delegates);
  for (let d = 0; d < m.delegates; d++) {
    most[d] = mostMeetings(m, d);
    (m.remote[d]! ? online : onSite)[m.orgOf[d]!]! += most[d]!;
    if (!m.remote[d]!) tables[m.orgOf[d]!]! += mostAtTables(m, d);
  }
  for (let d = 0; d < m.delegates; d++) {
    const o = m.orgOf[d]!;
    if (m.remote[d]! || m.standStart[o] === m.standStart[o + 1]) continue;
    for (let s = 0; s < m.slots; s++) if (!m.blocked[d * m.slots + s]!) here[o]!.add(s);
  }
  const whole = Int32Array.from({ length: m.organisations }, (_, o) => addRow('organisation', o, onSite[o]! + online[o]!));
  const atTables = Int32Array.from({ length: m.organisations }, (_, o) =>
    tables[o]! < onSite[o]! + online[o]! ? addRow('on-site', o, tables[o]!) : -1,
  );
  const remotely = Int32Array.from({ length: m.organisations }, (_, o) => (onSite[o]! > 0 ? addRow('remote', o, online[o]!) : -1));
  const shared = addRow('shared tables', -1, (m.sharedList.length + moreTables) * m.slots);
  const stand = Int32Array.from({ length: m.organisations }, (_, o) => {
    const n = m.standStart[o + 1]! - m.standStart[o]!;
    return n > 0 ? addRow('stand', o, n * here[o]!.size) : -1;
  });
  const named = new Map<number, number>();

  let sharedHalls = 0;
  for (const t of m.sharedList) sharedHalls |= 1 << m.hall[t]!;
  if (moreTables > 0) sharedHalls = -1;
  const wish: number[] = [];
  const start = [0];
  const row: number[] = [];
  const columnStart = new Int32Array(m.wishes + 1);
  for (let w = 0; w < m.wishes; w++) {
    columnStart[w] = wish.length;
    const a = m.wishA[w]!;
    const b = m.wishB[w]!;
    const fixed: number[] = [];
    let remoteA = online[a]! > 0;
    let remoteB = online[b]! > 0;
    let siteA = onSite[a]! > 0;
    let siteB = onSite[b]! > 0;
    for (const side of [0, 1]) {
      const o = side ? b : a;
      const from = side ? m.startB[w]! : m.startA[w]!;
      const to = side ? m.endB[w]! : m.endA[w]!;
      if (to - from !== 1) continue;
      const d = m.candidates[from]!;
      if (onSite[o]! + online[o]! > most[d]!) {
        if (!named.has(d)) named.set(d, addRow('delegate', d, most[d]!));
        fixed.push(named.get(d)!);
      }
      if (side) {
        remoteB = remoteB && m.remote[d]! === 1;
        siteB = siteB && m.remote[d]! === 0;
      } else {
        remoteA = remoteA && m.remote[d]! === 1;
        siteA = siteA && m.remote[d]! === 0;
      }
    }
    const add = (...rows: number[]) => {
      wish.push(w);
      for (const r of [whole[a]!, whole[b]!, ...fixed, ...rows]) if (r >= 0) row.push(r);
      start.push(row.length);
    };
    const manners = mannersOf(m, w, sharedHalls);
    if (siteA && siteB) {
      if (manners & SHARED) add(atTables[a]!, atTables[b]!, shared);
      if (manners & STAND_A) add(atTables[a]!, atTables[b]!, stand[a]!);
      if (manners & STAND_B) add(atTables[a]!, atTables[b]!, stand[b]!);
    }
    // The other side takes part in an online meeting with whom it likes, so only its whole team counts.
    if (remoteA && manners & ONLINE_A) add(remotely[a]!);
    if (remoteB && manners & ONLINE_B) add(remotely[b]!);
  }
  columnStart[m.wishes] = wish.length;
  return {
    rows: capacity.length,
    capacity: Float64Array.from(capacity),
    kind,
    about: Int32Array.from(about),
    columns: wish.length,
    wish: Int32Array.from(wish),
    start: Int32Array.from(start),
    row: Int32Array.from(row),
    columnStart,
  };
}

const SHARED = 1;
const STAND_A = 2;
const STAND_B = 4;
const ONLINE_A = 8;
const ONLINE_B = 16;

/** The manners in which some pair of delegates could hold wish w were nothing else planned, as bits. */
function mannersOf(m: Model, w: number, sharedHalls: number): number {
  const halls = (o: number) => {
    let mask = 0;
    for (let i = m.standStart[o]!; i < m.standStart[o + 1]!; i++) mask |= 1 << m.hall[m.standList[i]!]!;
    return mask;
  };
  const hallsA = halls(m.wishA[w]!);
  const hallsB = halls(m.wishB[w]!);
  const every = (sharedHalls ? SHARED : 0) | (hallsA ? STAND_A : 0) | (hallsB ? STAND_B : 0);
  let manners = 0;
  for (let i = m.startA[w]!; i < m.endA[w]!; i++) {
    for (let j = m.startB[w]!; j < m.endB[w]!; j++) {
      const da = m.candidates[i]!;
      const db = m.candidates[j]!;
      const online = (m.remote[da]! ? ONLINE_A : 0) | (m.remote[db]! ? ONLINE_B : 0);
      if (((online || every) & ~manners) === 0 || m.limit[da] === 0 || m.limit[db] === 0) continue;
      for (let k = 0; k < m.words; k++) {
        let bits = m.available[da * m.words + k]! & m.available[db * m.words + k]!;
        if (m.allowed) bits &= m.allowed[w * m.words + k]!;
        if (online && bits) manners |= online;
        for (; !online && bits !== 0; bits &= bits - 1) {
          const s = (k << 5) + 31 - Math.clz32(bits & -bits);
          const both = m.sessionHalls[da * m.slots + s]! & m.sessionHalls[db * m.slots + s]!;
          manners |= (both & sharedHalls ? SHARED : 0) | (both & hallsA ? STAND_A : 0) | (both & hallsB ? STAND_B : 0);
        }
      }
    }
  }
  return manners;
}

/** The relaxation in CPLEX LP form, as HiGHS reads it. With `minima`, sold minima are rows too, so that infeasible proves they cannot be kept. */
export function asText(m: Model, r: Relaxation, minima = false): string {
  const lines = ['Maximize', ' obj:'];
  for (let c = 0; c < r.columns; c++) lines.push(` + ${m.weight[r.wish[c]!]!} x${c}`);
  lines.push('Subject To');
  for (let w = 0; w < m.wishes; w++) {
    if (r.columnStart[w + 1]! - r.columnStart[w]! > 1) {
      let text = ` w${w}:`;
      for (let c = r.columnStart[w]!; c < r.columnStart[w + 1]!; c++) text += ` + x${c}`;
      lines.push(`${text} <= 1`);
    }
  }
  const rows: string[][] = Array.from({ length: r.rows }, () => []);
  for (let c = 0; c < r.columns; c++) for (let i = r.start[c]!; i < r.start[c + 1]!; i++) rows[r.row[i]!]!.push(` + x${c}`);
  rows.forEach((terms, i) => {
    if (terms.length > r.capacity[i]!) lines.push(` r${i}:`, ...wrapped(terms), ` <= ${r.capacity[i]}`);
  });
  if (minima) {
    for (let o = 0; o < m.organisations; o++) {
      if (m.minimum[o]! === 0) continue;
      const terms: string[] = [];
      for (let c = 0; c < r.columns; c++) if (m.wishA[r.wish[c]!] === o || m.wishB[r.wish[c]!] === o) terms.push(` + x${c}`);
      if (terms.length) lines.push(` m${o}:`, ...wrapped(terms), ` >= ${m.minimum[o]}`);
    }
  }
  lines.push('Bounds');
  for (let c = 0; c < r.columns; c++) lines.push(` 0 <= x${c} <= 1`);
  lines.push('End', '');
  return lines.join('\n');
}

function wrapped(terms: string[]): string[] {
  const lines: string[] = [];
  for (let i = 0; i < terms.length; i += 20) lines.push(terms.slice(i, i + 20).join(''));
  return lines;
}
