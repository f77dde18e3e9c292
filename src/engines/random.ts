/**
 * A small seeded generator of pseudo-random numbers (sfc32, Chris Doty-Humphrey, PractRand): 128 bits of state, period at least 2^32, far
 * quicker than what it feeds. The same seed gives the same numbers on every machine, which is what makes a solved plan repeatable.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  /** @param seed any safe integer; 0 is as good as another. */
  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 0x1_0000_0000) | 0;
    this.#c = 0x9e3779b9 | 0;
    this.#counter = 1;
    for (let i = 0; i < 15; i++) this.next();
  }

  /** The next 32 bits, as an integer from -2^31 to 2^31 - 1. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum;
  }

  /** A whole number from 0 to `bound` - 1, for bounds up to 2^20 (the bias is then below one in four thousand). */
  below(bound: number): number {
    return ((this.next() >>> 0) * bound * 2.3283064365386963e-10) | 0;
  }

  /** A number from 0 (possible) up to 1 (never reached). */
  unit(): number {
    return (this.next() >>> 0) * 2.3283064365386963e-10;
  }

  /** Puts the array into a random order, in place (Fisher and Yates). */
  shuffle(array: { length: number; [index: number]: number }): void {
    for (let i = array.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const held = array[i]!;
      array[i] = array[j]!;
      array[j] = held;
    }
  }
}
