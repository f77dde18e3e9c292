import { loadHighs } from './highs.ts';
import type { Model } from './model.ts';
import { asText, relaxation, type Relaxation } from './relaxation.ts';

/** An upper bound of the weight of any plan, and where it comes from. */
export interface Bound {
  weight: number;
  by: 'linear programme' | 'prices';
  /** True where the programme has no solution: then the sold minima cannot be kept together. */
  infeasible?: true;
  /** What one more of each row would bring at most, by the programme's prices (row of `relaxation`). */
  prices: Float64Array;
}

/**
 * A bound by prices: any non-negative price per unit of each row gives one (Lagrangian duality; Held, Wolfe and Crowder, Mathematical
 * Programming 1974). A wish then brings its weight less the prices of its cheapest manner, if that is positive; all that plus the price of
 * all capacity is never less than what a plan can reach. Prices are improved by subgradient steps towards `reached`.
 * @param stop asked now and then; what has been found until then is valid.
 */
export function boundByPrices(m: Model, r: Relaxation, reached: number, stop: () => boolean, rounds = 3000): Bound {
  const price = new Float64Array(r.rows);
  const best = new Float64Array(r.rows);
  const use = new Float64Array(r.rows);
  let least = Infinity;
  let step = 1;
  let stale = 0;
  for (let round = 0; round < rounds; round++) {
    if ((round & 15) === 0 && round > 0 && stop()) break;
    use.fill(0);
    let dual = 0;
    for (let i = 0; i < r.rows; i++) dual += price[i]! * r.capacity[i]!;
    for (let w = 0; w < m.wishes; w++) {
      let most = 0;
      let column = -1;
      for (let c = r.columnStart[w]!; c < r.columnStart[w + 1]!; c++) {
        let reduced = m.weight[w]!;
        for (let i = r.start[c]!; i < r.start[c + 1]!; i++) reduced -= price[r.row[i]!]!;
        if (reduced > most) {
          most = reduced;
          column = c;
        }
      }
      if (column < 0) continue;
      dual += most;
      for (let i = r.start[column]!; i < r.start[column + 1]!; i++) use[r.row[i]!]!++;
    }
    if (dual < least - 1e-9) {
      least = dual;
      best.set(price);
      stale = 0;
    } else if (++stale >= 20) {
      step *= 0.7;
      stale = 0;
      price.set(best);
      if (step < 1e-4) break;
    }
    let norm = 0;
    for (let i = 0; i < r.rows; i++) {
      const slack = r.capacity[i]! - use[i]!;
      if (slack < 0 || price[i]! > 0) norm += slack * slack;
    }
    if (norm === 0) break;
    const length = (step * Math.max(1, dual - reached)) / norm;
    for (let i = 0; i < r.rows; i++) price[i] = Math.max(0, price[i]! - length * (r.capacity[i]! - use[i]!));
  }
  return { weight: whole(m, least), by: 'prices', prices: best };
}

/** Where every weight is whole, so is every plan's. */
function whole(m: Model, bound: number): number {
  return m.weight.every((x) => Number.isInteger(x)) ? Math.floor(bound + 1e-6) : bound;
}

/** The optimum of the linear programme by HiGHS (Huangfu and Hall, Mathematical Programming Computation 2018), or null where time ran out. */
export async function boundByProgramme(
  m: Model,
  seconds: number,
  options: { minima?: boolean; moreTables?: number } = {},
): Promise<Bound | null> {
  const r = relaxation(m, options.moreTables ?? 0);
  if (r.columns === 0)
    return {
      weight: 0,
      by: 'linear programme',
      prices: new Float64Array(r.rows),
      ...(options.minima && m.minimum.some((x) => x > 0) ? { infeasible: true } : {}),
    };
  const highs = await loadHighs();
  const solution = highs.solve(asText(m, r, options.minima ?? false), { time_limit: seconds });
  const prices = new Float64Array(r.rows);
  if (solution.Status === 'Infeasible') return { weight: 0, by: 'linear programme', infeasible: true, prices };
  if (solution.Status !== 'Optimal') return null;
  for (const row of solution.Rows as { Name: string; Dual?: number }[])
    if (row.Name.startsWith('r')) prices[Number(row.Name.slice(1))] = row.Dual ?? 0;
  return { weight: whole(m, solution.ObjectiveValue), by: 'linear programme', prices };
}

/** What each wish brings in its cheapest manner beyond the prices of what it uses there (its reduced value). */
export function reducedValues(m: Model, r: Relaxation, prices: Float64Array): Float64Array {
  const values = new Float64Array(m.wishes).fill(-Infinity);
  for (let c = 0; c < r.columns; c++) {
    const w = r.wish[c]!;
    let value = m.weight[w]!;
    for (let i = r.start[c]!; i < r.start[c + 1]!; i++) value -= prices[r.row[i]!]!;
    if (value > values[w]!) values[w] = value;
  }
  return values;
}
