import type { Random } from '../random.ts';
import type { Meeting } from './instance.ts';
import type { Model } from './model.ts';
import { slotsOf } from './prove.ts';

/** Nobody has more than this many breaks above another. */
export const SPREAD = 2;
/** Share of the moves into a slot right before or after another meeting of one of the two. */
const NEAR = 0.7;
/** Tries to find a second chain that gives back the table the first one takes. */
const TRIES = 12;

/**
 * Whether slots are all there is to decide: each wish has one pair of delegates, all tables are alike and there are no walks, and no limit of
 * a day or a run can be overdrawn. So it is in the small events of the literature; `Exchange` is for them.
 */
export function isOfSlotsAlone(m: Model): boolean {
  if (m.slots === 0 || m.slots > 32 || m.reach > 0 || m.sharedList.length < m.tables) return false;
  let longest = 0;
  for (let s = 0; s < m.slots; s++) longest = Math.max(longest, m.dayEnd[s]! - m.dayStart[s]!);
  if (m.perDay < longest || m.maxRun < longest) return false;
  for (let w = 0; w < m.wishes; w++) if (m.endA[w]! - m.startA[w]! !== 1 || m.endB[w]! - m.startB[w]! !== 1) return false;
  return true;
}

/**
 * Annealing over the slots of meetings that are all held and stay so. A move exchanges two slots along a Kempe chain (as Thompson and
 * Dowsland do for examinations, Annals of Operations Research 1996): since a meeting has two delegates and a delegate one meeting per slot, the chain is a path or a ring, and only the days of the delegates at its two ends change.
 * Where it takes one table too many, a second chain gives one back.
 */
export class Exchange {
  readonly #m: Model;
  readonly #random: Random;
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  /** The slot of each wish. */
  readonly slot: Int32Array;
  /** Wish in a cell (delegate × 32 + slot), or -1. */
  readonly #at: Int32Array;
  /** Slots with a meeting of each delegate, as bits; its breaks, how many are too few or too many, and its slots of waiting. */
  readonly #mask: Int32Array;
  readonly #breaksOf: Int32Array;
  readonly #unfairOf: Int32Array;
  readonly #idleOf: Int32Array;
  /** Slots over which a delegate does not wait. */
  readonly #skip: Int32Array;
  readonly #days: Int32Array;
  readonly #domain: Int32Array;
  /** Slots of wish w: #slots[w * 32 … + #sizes[w]). */
  readonly #slots: Int32Array;
  readonly #sizes: Int32Array;
  readonly #movable: Int32Array;
  readonly #needsTable: Uint8Array;
  readonly #used: Int32Array;
  readonly #stamp: Int32Array;
  #now = 0;
  /** The chain of the move at hand, and the delegates at its ends with their days as they would be. */
  readonly #chain: Int32Array;
  #length = 0;
  readonly #end = new Int32Array(4);
  readonly #endMask = new Int32Array(4);
  readonly #endBreaks = new Int32Array(4);
  readonly #endUnfair = new Int32Array(4);
  readonly #endIdle = new Int32Array(4);
  #ends = 0;
  #balance = 0;
  readonly #best: Int32Array;
  moves = 0;
  /** Breaks, those that are missing to `floor` or above `floor + SPREAD`, and slots of waiting, as things stand. */
  breaks = 0;
  unfair = 0;
  idle = 0;
  /** The same of the best plan seen: fewest unfair, then fewest breaks, then least waiting. */
  leastBreaks = Infinity;
  leastUnfair = Infinity;
  leastIdle = Infinity;
  /** What a slot of waiting weighs, in breaks. */
  readonly #perIdle: number;
  /** What a break too few or too many weighs beside itself; the best plan is chosen without it. */
  perUnfair = 3;
  /** Whoever has meetings has at least so many breaks, and at most `SPREAD` more. */
  readonly #floor: number;

  constructor(m: Model, random: Random, meetings: readonly Meeting[], perIdle: number, floor = 0) {
    this.#m = m;
    this.#random = random;
    this.#perIdle = perIdle;
    this.#floor = floor;
    const W = m.wishes;
    this.#a = Int32Array.from({ length: W }, (_, w) => m.candidates[m.startA[w]!]!);
    this.#b = Int32Array.from({ length: W }, (_, w) => m.candidates[m.startB[w]!]!);
    this.#needsTable = Uint8Array.from({ length: W }, (_, w) => (m.remote[this.#a[w]!]! || m.remote[this.#b[w]!]! ? 0 : 1));
    this.slot = new Int32Array(W);
    this.#at = new Int32Array(m.delegates * 32).fill(-1);
    this.#mask = new Int32Array(m.delegates);
    this.#breaksOf = new Int32Array(m.delegates);
    this.#unfairOf = new Int32Array(m.delegates);
    this.#idleOf = new Int32Array(m.delegates);
    this.#skip = new Int32Array(m.delegates);
    if (!m.instance.idleCountsAway)
      for (let d = 0; d < m.delegates; d++) for (let s = 0; s < m.slots; s++) if (m.blocked[d * m.slots + s]!) this.#skip[d]! |= 1 << s;
    const days: number[] = [];
    for (let s = 0; s < m.slots; s++) days[m.day[s]!] = (days[m.day[s]!] ?? 0) | (1 << s);
    this.#days = Int32Array.from(days);
    this.#domain = new Int32Array(W);
    this.#slots = new Int32Array(W * 32);
    this.#sizes = new Int32Array(W);
    slotsOf(m).forEach((slots, w) => {
      for (const s of slots) this.#domain[w]! |= 1 << s;
      this.#slots.set(slots, w * 32);
      this.#sizes[w] = slots.length;
    });
    this.#movable = Int32Array.from({ length: W }, (_, w) => w).filter((w) => this.#sizes[w]! > 1);
    this.#used = new Int32Array(m.slots);
    this.#stamp = new Int32Array(W);
    this.#chain = new Int32Array(W);
    this.#best = new Int32Array(W);
    for (const [w, s] of meetings) {
      this.slot[w] = s;
      this.#at[this.#a[w]! * 32 + s] = w;
      this.#at[this.#b[w]! * 32 + s] = w;
      this.#mask[this.#a[w]!]! |= 1 << s;
      this.#mask[this.#b[w]!]! |= 1 << s;
      this.#used[s]! += this.#needsTable[w]!;
    }
    for (let d = 0; d < m.delegates; d++) {
      this.#count(d, this.#mask[d]!);
      this.breaks += this.#breaksOf[d] = this.#counted;
      this.unfair += this.#unfairOf[d] = this.#unfair;
      this.idle += this.#idleOf[d] = this.#waited;
    }
    this.#keep();
  }

  /** Anneals from temperature `from` to `to` until progress (of the moves made) reaches 1. */
  run(from: number, to: number, progress: (moves: number) => number): void {
    const ratio = Math.log(to / from);
    const start = this.moves;
    if (this.#movable.length === 0) return;
    for (;;) {
      const done = progress(this.moves - start);
      if (done >= 1) return;
      const temperature = from * Math.exp(ratio * done);
      for (let i = 0; i < 2000; i++) this.step(temperature);
    }
  }

  /** One move; true where it was accepted. */
  step(temperature: number): boolean {
    const random = this.#random;
    this.moves++;
    const w = this.#movable[random.below(this.#movable.length)]!;
    const s = this.slot[w]!;
    const t = random.unit() < NEAR ? this.#nearSlot(w) : this.#slots[w * 32 + random.below(this.#sizes[w]!)]!;
    if (s === t || t < 0) return false;
    this.#now++;
    this.#length = 0;
    this.#ends = 0;
    this.#balance = 0;
    if (!this.#follow(w, s, t)) return false;
    const tables = this.#m.tables;
    if (this.#used[t]! + this.#balance > tables || this.#used[s]! - this.#balance > tables) {
      const full = this.#balance > 0 ? t : s;
      const other = this.#balance > 0 ? s : t;
      let e = -1;
      for (let i = 0; i < TRIES && e < 0; i++) {
        const d = random.below(this.#m.delegates);
        const x = this.#at[d * 32 + full]!;
        if (x >= 0 && this.#needsTable[x]! && this.#stamp[x] !== this.#now && this.#domain[x]! & (1 << other)) e = x;
      }
      if (e < 0 || !this.#follow(e, full, other, full === s ? 1 : -1)) return false;
      if (this.#used[t]! + this.#balance > tables || this.#used[s]! - this.#balance > tables) return false;
    }
    let breaks = 0;
    let unfair = 0;
    let idle = 0;
    for (let i = 0; i < this.#ends; i++) {
      const d = this.#end[i]!;
      this.#count(d, this.#endMask[i]!);
      breaks += (this.#endBreaks[i] = this.#counted) - this.#breaksOf[d]!;
      unfair += (this.#endUnfair[i] = this.#unfair) - this.#unfairOf[d]!;
      idle += (this.#endIdle[i] = this.#waited) - this.#idleOf[d]!;
    }
    const change = breaks + this.perUnfair * unfair + this.#perIdle * idle;
    if (change > 0 && change > -temperature * Math.log(random.unit() + 1e-300)) return false;
    if (this.#m.precedes && !this.#inOrder(s, t)) return false;
    this.#commit(s, t);
    this.breaks += breaks;
    this.unfair += unfair;
    this.idle += idle;
    const fewer = this.unfair - this.leastUnfair || this.breaks - this.leastBreaks || this.idle - this.leastIdle;
    if (fewer < 0) this.#keep();
    return true;
  }

  /** A slot of wish w right before or after another meeting of one of its delegates, at random; -1 where there is none. */
  #nearSlot(w: number): number {
    const random = this.#random;
    const others = this.#mask[random.next() & 1 ? this.#a[w]! : this.#b[w]!]! & ~(1 << this.slot[w]!);
    let slots = ((others << 1) | (others >>> 1)) & ~others & this.#domain[w]! & ~(1 << this.slot[w]!);
    if (slots === 0) return -1;
    for (let skip = random.below(ones(slots)); skip > 0; skip--) slots &= slots - 1;
    return 31 - Math.clz32(slots & -slots);
  }

  /** Follows the chain of w (from slot s to t, or back where sign is -1) both ways; false where a meeting may not take its new slot. */
  #follow(w: number, s: number, t: number, sign = 1): boolean {
    this.#take(w);
    this.#balance += sign * this.#needsTable[w]!;
    if (!this.#walk(this.#a[w]!, w, s, t, sign)) return false;
    // A ring has come back to w by the other side already.
    if (this.#ring) return true;
    return this.#walk(this.#b[w]!, w, s, t, sign);
  }

  #ring = false;

  #walk(first: number, w: number, s: number, t: number, sign: number): boolean {
    let d = first;
    let from = s;
    let to = t;
    let way = sign;
    this.#ring = false;
    for (;;) {
      const e = this.#at[d * 32 + to]!;
      if (e < 0) {
        const i = this.#ends++;
        this.#end[i] = d;
        this.#endMask[i] = (this.#mask[d]! & ~(1 << from)) | (1 << to);
        return true;
      }
      if (e === w) {
        this.#ring = true;
        return true;
      }
      if (this.#stamp[e] === this.#now || !(this.#domain[e]! & (1 << from))) return false;
      this.#take(e);
      way = -way;
      this.#balance += way * this.#needsTable[e]!;
      d = this.#a[e] === d ? this.#b[e]! : this.#a[e]!;
      const swap = from;
      from = to;
      to = swap;
    }
  }

  #take(e: number): void {
    this.#stamp[e] = this.#now;
    this.#chain[this.#length++] = e;
  }

  #commit(s: number, t: number): void {
    const both = s + t;
    for (let i = 0; i < this.#length; i++) {
      const e = this.#chain[i]!;
      this.#at[this.#a[e]! * 32 + this.slot[e]!] = -1;
      this.#at[this.#b[e]! * 32 + this.slot[e]!] = -1;
    }
    for (let i = 0; i < this.#length; i++) {
      const e = this.#chain[i]!;
      const now = both - this.slot[e]!;
      this.slot[e] = now;
      this.#at[this.#a[e]! * 32 + now] = e;
      this.#at[this.#b[e]! * 32 + now] = e;
    }
    for (let i = 0; i < this.#ends; i++) {
      this.#mask[this.#end[i]!] = this.#endMask[i]!;
      this.#breaksOf[this.#end[i]!] = this.#endBreaks[i]!;
      this.#unfairOf[this.#end[i]!] = this.#endUnfair[i]!;
      this.#idleOf[this.#end[i]!] = this.#endIdle[i]!;
    }
    this.#used[t]! += this.#balance;
    this.#used[s]! -= this.#balance;
  }

  #inOrder(s: number, t: number): boolean {
    const p = this.#m.precedes!;
    const both = s + t;
    for (let i = 0; i < this.#length; i++) {
      const e = this.#chain[i]!;
      const mine = both - this.slot[e]!;
      for (let k = p.beforeStart[e]!; k < p.beforeStart[e + 1]!; k++) if (this.#slotAfter(p.beforeList[k]!, both) >= mine) return false;
      for (let k = p.afterStart[e]!; k < p.afterStart[e + 1]!; k++) if (this.#slotAfter(p.afterList[k]!, both) <= mine) return false;
    }
    return true;
  }

  /** Where wish e will be after the move at hand, which exchanges two slots that add up to `both`. */
  #slotAfter(e: number, both: number): number {
    return this.#stamp[e] === this.#now ? both - this.slot[e]! : this.slot[e]!;
  }

  #counted = 0;
  #unfair = 0;
  #waited = 0;

  /** Counts the breaks of a delegate with meetings in these slots, how many are too few or too many, and its slots of waiting. */
  #count(d: number, mask: number): void {
    const skip = this.#skip[d]!;
    let breaks = 0;
    let idle = 0;
    for (let i = 0; i < this.#days.length; i++) {
      const today = mask & this.#days[i]!;
      if (today === 0) continue;
      const away = skip & this.#days[i]!;
      // Absence right after a meeting prolongs it: adding carries the bit through.
      const met = away === 0 ? today : today | (away & ~(away + ((today << 1) & away)));
      breaks += ones(met & ~(met << 1)) - 1;
      const last = 31 - Math.clz32(today);
      const low = today & -today;
      const span = (last === 31 ? -1 : (1 << (last + 1)) - 1) & ~(low - 1);
      idle += ones(span & ~today & ~away);
    }
    this.#counted = breaks;
    const floor = this.#floor;
    this.#unfair = breaks > floor + SPREAD ? breaks - floor - SPREAD : breaks < floor && mask !== 0 ? floor - breaks : 0;
    this.#waited = idle;
  }

  #keep(): void {
    this.leastBreaks = this.breaks;
    this.leastUnfair = this.unfair;
    this.leastIdle = this.idle;
    this.#best.set(this.slot);
  }

  /** The slot of each wish in the best plan seen. */
  best(): Int32Array {
    return this.#best;
  }
}

function ones(x: number): number {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
