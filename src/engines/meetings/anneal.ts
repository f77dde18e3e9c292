import type { Random } from '../random.ts';
import { type Agenda, NO_ROOM } from './agenda.ts';
import { placeBest } from './construct.ts';
import { Ejection } from './ejection.ts';

/** How far a search has come: 0 at its start, 1 when it has to end. Time or work, whatever the caller counts. */
export type Progress = (moves: number) => number;

export interface Cooling {
  /** Temperatures at the start and the end, in units of the objective. */
  from: number;
  to: number;
}

/** Moves between two looks at the clock. */
export const TICK = 500;
/** A chain that has touched this many meetings throws out no more. */
const DEEPEST = 10;
/** An exchange of two slots that would touch more meetings is given up. */
const LONGEST = 20;

/**
 * Simulated annealing over ejecting insertions (Kirkpatrick et al., Science 1983; ejection chains: Glover 1996). One move takes a wish, a
 * slot and a delegate of each side, throws out whatever stands in the way (the meetings in the two cells; one each where limit, perDay,
 * maxRun, travel, tables or precedences would be broken), puts the wish in, and may try to find another place for what was thrown out. The
 * change of the objective is exact; a move that is not accepted is taken back. A cheap bound on the change drops hopeless moves at once.
 */
export class Search extends Ejection {
  /** Share of the moves that exchange two slots; of the others, share that look for new places for what they throw out. */
  exchangeShare = 0;
  chainShare = 0.05;
  /** Share of the moves into a slot next to another meeting of one of the two. */
  nearShare = 0.25;
  /** Share of the fresh moves that take a wish from `swing`, where a guide is set. */
  swingShare = 0.6;
  /** What each wish brings beyond the prices of what it uses (from a bound): a better word on what to throw out than its weight. */
  #guide: Float64Array | null = null;
  /** Wishes for which it is a close thing whether a good plan has them. */
  #swing = new Int32Array(0);
  moves = 0;
  accepted = 0;
  /** Most meetings people were told of that may be moved or dropped. */
  mostDisturbed = Infinity;
  #slack: number;
  /** Whether any organisation was sold a minimum. */
  readonly #sold: boolean;

  constructor(agenda: Agenda, random: Random) {
    super(agenda, random);
    this.#sold = agenda.model.minimum.some((n) => n > 0);
    const f = agenda.factors;
    this.#slack = 4 * f.idle + 2 * f.tableChange + 2 * f.breaks + 2 * f.unfair;
  }

  /** Lets reduced values (`bound.ts`) guide which wishes are tried and which are thrown out. */
  follow(guide: Float64Array, close: number): void {
    this.#guide = guide;
    this.#swing = Int32Array.from(guide, (_, w) => w).filter((w) => Math.abs(guide[w]!) <= close);
  }

  /** Anneals until progress reaches 1. `onTick` is called every `TICK` moves with the progress so far; it may end the search by returning true. */
  run(cooling: Cooling, progress: Progress, onTick?: (done: number) => boolean): void {
    const ratio = Math.log(cooling.to / cooling.from);
    const start = this.moves;
    for (;;) {
      const done = progress(this.moves - start);
      if (done >= 1 || onTick?.(done) || this.agenda.model.wishes === 0) return;
      const temperature = cooling.from * Math.exp(ratio * done);
      for (let i = 0; i < TICK; i++) this.step(temperature);
    }
  }

  /** One move; true where it was accepted. */
  step(temperature: number): boolean {
    const { agenda, random } = this;
    const m = agenda.model;
    this.moves++;
    const kind = random.next() >>> 0;
    // About a third of the moves try what is not planned; the others move what is.
    const fresh = agenda.unplannedCount > 0 && ((kind & 1023) < 400 || agenda.plannedCount === 0);
    if (!fresh && agenda.plannedCount === 0) return false;
    this.worth = this.#guide && (kind & 0x8000000) !== 0 ? this.#guide : agenda.gain;
    let w = fresh ? agenda.unplanned[random.below(agenda.unplannedCount)]! : agenda.planned[random.below(agenda.plannedCount)]!;
    if (fresh && this.#swing.length > 0 && ((kind >>> 26) & 31) < this.swingShare * 32) {
      const close = this.#swing[random.below(this.#swing.length)]!;
      if (agenda.slotOf[close]! < 0) w = close;
    }
    const sizeA = m.endA[w]! - m.startA[w]!;
    const sizeB = m.endB[w]! - m.startB[w]!;
    if (sizeA === 0 || sizeB === 0) return false;
    const da = m.candidates[m.startA[w]! + (sizeA === 1 ? 0 : random.below(sizeA))]!;
    const db = m.candidates[m.startB[w]! + (sizeB === 1 ? 0 : random.below(sizeB))]!;
    const s = random.unit() < this.nearShare ? this.#nearSlot(w, da, db) : this.#anySlot(w, da, db);
    if (s < 0) return false;
    if (((kind >>> 16) & 1023) < this.exchangeShare * 1024) {
      let other = agenda.slotOf[w]!;
      if (other < 0) {
        other = this.#anySlot(w, da, db);
        return other !== s && other >= 0 && this.#exchange(w, other, s, da, db, temperature * Math.log(random.unit() + 1e-300));
      }
      return (
        other !== s &&
        this.#exchange(w, other, s, agenda.delegateA[w]!, agenda.delegateB[w]!, temperature * Math.log(random.unit() + 1e-300))
      );
    }
    return this.#attempt(w, s, da, db, temperature * Math.log(random.unit() + 1e-300), ((kind >>> 6) & 1023) < this.chainShare * 1024);
  }

  /** A slot right before or after another meeting of one of the two, so that nobody waits between them; or -1. */
  #nearSlot(w: number, da: number, db: number): number {
    const { agenda, random } = this;
    const m = agenda.model;
    const lot = random.next();
    const d = lot & 1 ? da : db;
    const from = random.below(m.slots);
    let q = from;
    while (agenda.at[d * m.slots + q]! < 0 || agenda.at[d * m.slots + q] === w) {
      if (++q === m.slots) q = 0;
      if (q === from) return -1;
    }
    const s = lot & 2 ? q + 1 : q - 1;
    if (s < m.dayStart[q]! || s >= m.dayEnd[q]!) return -1;
    const word = s >> 5;
    let bits = m.available[da * m.words + word]! & m.available[db * m.words + word]!;
    if (m.allowed) bits &= m.allowed[w * m.words + word]!;
    return (bits >>> (s & 31)) & 1 ? s : -1;
  }

  /** A slot in which both could meet were they not in other meetings, or -1. */
  #anySlot(w: number, da: number, db: number): number {
    const m = this.agenda.model;
    const from = this.random.below(m.slots);
    let k = from >> 5;
    let mask = -1 << (from & 31);
    for (let turn = 0; turn <= m.words; turn++) {
      let bits = m.available[da * m.words + k]! & m.available[db * m.words + k]! & mask;
      if (m.allowed) bits &= m.allowed[w * m.words + k]!;
      if (bits !== 0) return (k << 5) + 31 - Math.clz32(bits & -bits);
      mask = -1;
      if (++k === m.words) k = 0;
    }
    return -1;
  }

  #attempt(w: number, s: number, da: number, db: number, least: number, chain: boolean): boolean {
    const { agenda } = this;
    const m = agenda.model;
    const wasPlanned = agenda.slotOf[w]! >= 0;
    this.left = (wasPlanned ? 0 : agenda.gain[w]! + agenda.fairness(w) + (this.#sold ? agenda.owed(w) : 0)) - least + this.#slack;
    this.chain = chain;
    const inA = agenda.at[da * m.slots + s]!;
    const inB = agenda.at[db * m.slots + s]!;
    let loss = 0;
    if (inA >= 0 && inA !== w) loss += agenda.gain[inA]!;
    if (inB >= 0 && inB !== w && inB !== inA) loss += agenda.gain[inB]!;
    if (loss > this.left && !chain) return false;

    const before = agenda.objective();
    const shortfall = agenda.shortfall;
    this.count = 0;
    this.now++;
    if (wasPlanned) this.take(w);
    if (
      this.force(w, s, da, db, chain) &&
      (!chain || this.#rehouse()) &&
      agenda.objective() - before >= least &&
      agenda.disturbed <= this.mostDisturbed
    ) {
      this.accepted++;
      return true;
    }
    this.undo();
    agenda.shortfall = shortfall;
    return false;
  }

  /**
   * Exchanges two slots along a Kempe chain: w goes to slot `to`, whoever of its delegates met there comes to `from`, and so on until nobody
   * is in two meetings. What finds no table or breaks a rule in its new slot throws out or is itself thrown out.
   */
  #exchange(w: number, from: number, to: number, da: number, db: number, least: number): boolean {
    const { agenda } = this;
    const m = agenda.model;
    const before = agenda.objective();
    const shortfall = agenda.shortfall;
    this.count = 0;
    this.now++;
    this.chain = false;
    this.left =
      (agenda.slotOf[w]! >= 0 ? 0 : agenda.gain[w]! + agenda.fairness(w) + (this.#sold ? agenda.owed(w) : 0)) - least + this.#slack;
    this.note(w);
    const fresh = agenda.slotOf[w]! < 0;
    for (let i = 0; i < this.count; i++) {
      const e = this.touched[i]!;
      const target = i === 0 || this.slot[i] === from ? to : from;
      const a = i === 0 ? da : this.delegateA[i]!;
      const b = i === 0 ? db : this.delegateB[i]!;
      // A new meeting makes three of two slots where its delegate meets in both: that is no exchange.
      if (fresh && i > 0 && target === to && (a === da || b === da || a === db || b === db)) return false;
      const bit = 1 << (target & 31);
      const word = target >> 5;
      if (!(m.available[a * m.words + word]! & m.available[b * m.words + word]! & bit)) return false;
      if (m.allowed && !(m.allowed[e * m.words + word]! & bit)) return false;
      const inA = agenda.at[a * m.slots + target]!;
      const inB = agenda.at[b * m.slots + target]!;
      if (inA >= 0) this.note(inA);
      if (inB >= 0) this.note(inB);
      if (this.count > LONGEST) return false;
    }
    const chain = this.count;
    for (let i = 0; i < chain; i++) if (this.slot[i]! >= 0) agenda.remove(this.touched[i]!);
    let ok = true;
    for (let i = 0; i < chain && ok; i++) {
      const e = this.touched[i]!;
      const target = i === 0 || this.slot[i] === from ? to : from;
      const a = i === 0 ? da : this.delegateA[i]!;
      const b = i === 0 ? db : this.delegateB[i]!;
      const t = agenda.room(e, target, a, b, this.random.next());
      if (t !== NO_ROOM) {
        this.locked[e] = this.now;
        agenda.place(e, target, t, a, b);
      } else ok = this.force(e, target, a, b, false);
    }
    if (ok && agenda.objective() - before >= least && agenda.disturbed <= this.mostDisturbed) {
      this.accepted++;
      return true;
    }
    this.undo();
    agenda.shortfall = shortfall;
    return false;
  }

  /** Finds other places for what was thrown out: where nothing is disturbed, or else where less is lost than gained; false when too much is lost. */
  #rehouse(): boolean {
    const { agenda } = this;
    for (let i = 0; i < this.count; i++) {
      const e = this.touched[i]!;
      if (agenda.slotOf[e]! >= 0) continue;
      if (placeBest(agenda, e, this.random.next())) {
        this.locked[e] = this.now;
        continue;
      }
      if (this.count < DEEPEST && this.#cheapest(e)) {
        if (!this.force(e, this.#bestSlot, this.#bestA, this.#bestB, true)) return false;
        continue;
      }
      this.left -= agenda.gain[e]!;
      if (this.left < 0) return false;
    }
    return true;
  }

  #bestSlot = -1;
  #bestA = -1;
  #bestB = -1;

  /** The slot where wish e throws out the least; false where that is no less than e itself or more than may be lost. */
  #cheapest(e: number): boolean {
    const { agenda, random } = this;
    const m = agenda.model;
    const da = m.candidates[m.startA[e]! + random.below(m.endA[e]! - m.startA[e]!)]!;
    const db = m.candidates[m.startB[e]! + random.below(m.endB[e]! - m.startB[e]!)]!;
    let least = Math.min(agenda.gain[e]!, this.left + 1e-9);
    let found = false;
    // Every slot once, from a random one on, so that ties fall anywhere.
    const from = random.below(m.slots);
    let k = from >> 5;
    let mask = -1 << (from & 31);
    for (let turn = 0; turn <= m.words; turn++) {
      let bits = m.available[da * m.words + k]! & m.available[db * m.words + k]! & mask;
      if (m.allowed) bits &= m.allowed[e * m.words + k]!;
      for (; bits !== 0; bits &= bits - 1) {
        const s = (k << 5) + 31 - Math.clz32(bits & -bits);
        const loss = this.#loss(s, da, db, least);
        if (loss >= least) continue;
        least = loss;
        this.#bestSlot = s;
        found = true;
      }
      if (++k === m.words) k = 0;
      mask = turn + 1 === m.words ? ~(-1 << (from & 31)) : -1;
    }
    this.#bestA = da;
    this.#bestB = db;
    return found;
  }

  /** About what a meeting of da and db in slot s would throw out (without tables and travel); anything of `most` and above is hopeless. */
  #loss(s: number, da: number, db: number, most: number): number {
    const { agenda } = this;
    const m = agenda.model;
    const inA = agenda.at[da * m.slots + s]!;
    const inB = agenda.at[db * m.slots + s]!;
    let loss = 0;
    if (inA >= 0) loss += this.locked[inA] === this.now ? Infinity : agenda.gain[inA]!;
    if (inB >= 0 && inB !== inA) loss += this.locked[inB] === this.now ? Infinity : agenda.gain[inB]!;
    if (loss >= most) return loss;
    if (inA < 0) loss += this.#lossOfTime(da, s);
    if (loss >= most) return loss;
    if (inB < 0) loss += this.#lossOfTime(db, s);
    return loss;
  }

  #lossOfTime(d: number, s: number): number {
    const { agenda } = this;
    const m = agenda.model;
    let e = -2;
    if (agenda.countDay[d * m.days + m.day[s]!]! >= m.perDay) e = this.lightest(d, m.dayStart[s]!, m.dayEnd[s]!);
    else if (agenda.count[d]! >= m.limit[d]!) e = this.lightest(d, 0, m.slots);
    else if (agenda.runWith(d, s) > m.maxRun)
      e = this.lightest(d, Math.max(m.dayStart[s]!, s - m.maxRun), Math.min(m.dayEnd[s]!, s + m.maxRun + 1));
    return e === -2 ? 0 : e < 0 ? Infinity : agenda.gain[e]!;
  }
}
