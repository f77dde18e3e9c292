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

  /** A lower bound on the optimum, rounded up as all costs are whole; the relaxation's where the programme is not solved in time; null when neither is known. */
  bound(highs: Highs, seconds: number): number | null {
    if (this.#costs.length === 0) return this.constant;
    const relaxed = this.#solve(highs, seconds, false);
    const least = relaxed === null ? null : Math.ceil(relaxed - 1e-6);
    if (this.#whole.length === 0 || least === null) return least === null ? null : least + this.constant;
    const whole = this.#solve(highs, seconds, true);
    return (whole === null ? least : Math.max(least, Math.ceil(whole - 1e-6))) + this.constant;
  }

  #solve(highs: Highs, seconds: number, isWhole: boolean): number | null {
    const text = [
      'Minimize',
      ` obj: ${wrapped(this.#costs)}`,
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
        const isSolved = model.getModelStatus() === highs.constants.modelStatus.optimal;
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
