import type { Highs } from 'highs';

/** A programme to minimise, written row by row and solved by HiGHS (Huangfu and Hall 2018) in WebAssembly. Variables run from 0 to a most. */
export class LinearProgram {
  constant = 0;
  readonly #costs: string[] = [];
  readonly #rows: string[] = [];
  readonly #bounds: string[] = [];
  readonly #whole: string[] = [];
  #count = 0;

  variable(cost: number, most: number, isWhole = false): number {
    const x = this.#count++;
    if (cost !== 0) this.#costs.push(`+ ${cost} x${x}`);
    this.#bounds.push(`0 <= x${x} <= ${most}`);
    if (isWhole) this.#whole.push(`x${x}`);
    return x;
  }

  row(terms: readonly (readonly [number, number])[], sense: '<=' | '>=' | '=', right: number): void {
    if (terms.length === 0) return;
    const sum = terms.map(([x, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${x}`);
    this.#rows.push(`${wrapped(sum)} ${sense} ${right}`);
  }

  /**
   * A lower bound on the optimum, rounded up as all costs are whole; the relaxation's where the programme is not solved in time; null when neither is known.
   * @param below a value known to be had: only something better is then sought, and `below` is the bound where there is none.
   */
  bound(highs: Highs, seconds: number, below = Infinity): number | null {
    const isBounded = below < Infinity;
    if (this.#count === 0 || (this.#costs.length === 0 && !isBounded)) return Math.min(below, this.constant);
    if (isBounded && this.#costs.length > 0) this.#rows.push(`${wrapped(this.#costs)} <= ${below - this.constant - 1}`);
    const isWhole = this.#whole.length > 0;
    const found = this.#solve(highs, seconds, isWhole, isBounded) ?? (isWhole ? this.#solve(highs, seconds, false, isBounded) : null);
    return found === null ? null : Math.min(below, Math.ceil(found - 1e-6) + this.constant);
  }

  #solve(highs: Highs, seconds: number, isWhole: boolean, isBounded: boolean): number | null {
    const text = [
      'Minimize',
      ` obj: ${this.#costs.length > 0 ? wrapped(this.#costs) : '0 x0'}`,
      'Subject To',
      ...this.#rows.map((row, i) => ` r${i}: ${row}`),
      'Bounds',
      ...this.#bounds.map((b) => ` ${b}`),
      ...(isWhole ? ['General', wrapped(this.#whole)] : []),
      'End',
    ].join('\n');
    try {
      return highs.withModel({ format: 'lp', data: text }, (model) => {
        model.options.set({ time_limit: seconds, output_flag: false, mip_rel_gap: 0 });
        model.run();
        // Of a whole programme stopped by the clock the proved bound still holds; of a relaxation only the optimum does.
        const bound = isWhole ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue();
        const status = model.getModelStatus();
        // With a value known to be had, it says that there is nothing better; without one, that some rule of the problem cannot be kept.
        if (status === highs.constants.modelStatus.infeasible) return isBounded ? Infinity : null;
        const isSolved = status === highs.constants.modelStatus.optimal;
        return (isWhole || isSolved) && Number.isFinite(bound) ? bound : null;
      });
    } catch {
      // The solver gives up on some programmes; a bound is then simply not known.
      return null;
    }
  }
}

/** Lines short enough for the format's readers. */
function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  for (let i = 0; i < words.length; i += 12) lines.push(words.slice(i, i + 12).join(' '));
  return lines.join('\n  ');
}
