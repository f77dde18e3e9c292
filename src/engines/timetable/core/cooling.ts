/** Steps of equal ratio between the hottest and the coldest temperature, for measuring. */
const STEPS = 64;
/** Steps at the cold end that are never left out. */
const COOLEST = 12;

/**
 * Cools from `hot` to `cold`. At first every ratio of temperatures takes the same time; what is measured then (`observe`) shows where the cost
 * still varies, and `learned()` gives that part its due: time in proportion to the spread of the cost over the temperature, the square root
 * of the heat capacity (constant thermodynamic speed: Salamon, Nulton, Harland, Pedersen, Ruppeiner, Liao 1988).
 */
export class Cooling {
  readonly hot: number;
  readonly cold: number;
  /** Share of the time that has passed when a step ends. */
  readonly #ends: Float64Array;
  readonly #count = new Float64Array(STEPS);
  readonly #mean = new Float64Array(STEPS);
  readonly #square = new Float64Array(STEPS);

  constructor(hot: number, cold: number, ends?: Float64Array) {
    this.hot = hot;
    this.cold = cold;
    this.#ends = ends ?? Float64Array.from({ length: STEPS }, (_, k) => (k + 1) / STEPS);
  }

  #step(share: number): number {
    let k = 0;
    while (k < STEPS - 1 && this.#ends[k]! <= share) k++;
    return k;
  }

  /** The temperature in the middle of a step. */
  #heat(k: number): number {
    return this.hot * (this.cold / this.hot) ** ((k + 0.5) / STEPS);
  }

  temperature(share: number): number {
    const k = this.#step(share);
    const start = k === 0 ? 0 : this.#ends[k - 1]!;
    const within = Math.min(1, (share - start) / Math.max(1e-9, this.#ends[k]! - start));
    return this.hot * (this.cold / this.hot) ** ((k + within) / STEPS);
  }

  /** Notes the cost seen at this share of the time (Welford's sums). */
  observe(share: number, cost: number): void {
    const k = this.#step(share);
    const n = ++this.#count[k]!;
    const off = cost - this.#mean[k]!;
    this.#mean[k]! += off / n;
    this.#square[k]! += off * (cost - this.#mean[k]!);
  }

  /**
   * The temperature where the entropy above the coldest state, the sum of every fall of the cost over its temperature, comes to `entropy`: what
   * is hotter is in equilibrium at once, and time spent there is lost.
   */
  heatOf(entropy: number): number {
    let start = STEPS - 1;
    let sum = 0;
    let least = Infinity;
    for (let k = STEPS - 1; k >= 0; k--) {
      if (this.#count[k] === 0) continue;
      if (least < Infinity) sum += Math.max(0, this.#mean[k]! - least) / this.#heat(k);
      if (sum > entropy) break;
      least = least === Infinity ? this.#mean[k]! : Math.max(least, this.#mean[k]!);
      start = k;
    }
    return this.#heat(start);
  }

  /**
   * A cooling that starts from this temperature, or the coolest steps if it is colder, and spends its time where the cost varied, a share of it
   * (`evenness`) evenly so that nothing is jumped over.
   */
  learned(evenness: number, hottest: number): Cooling {
    let start = 0;
    while (start < STEPS - COOLEST && this.#heat(start) > hottest) start++;
    const shares = Float64Array.from({ length: STEPS }, (_, k) => {
      const spread = Math.sqrt(this.#square[k]! / Math.max(1, this.#count[k]! - 1));
      return spread / this.#heat(k);
    });
    const cap = 3 * (shares.toSorted()[STEPS / 2] ?? 0);
    shares.forEach((share, k) => (shares[k] = k < start ? 0 : Math.min(share, cap)));
    const total = shares.reduce((a, b) => a + b, 0) || 1;
    let share = 0;
    const ends = shares.map((one, k) => (share += (one / total) * (1 - evenness) + (k < start ? 0 : evenness / (STEPS - start))));
    ends[STEPS - 1] = 1;
    return new Cooling(this.hot, this.cold, ends);
  }
}
