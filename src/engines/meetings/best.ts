import type { Agenda } from './agenda.ts';
import type { Meeting } from './instance.ts';

/** The best plan seen, kept beside the one in the making. */
export class Best {
  readonly #agenda: Agenda;
  readonly #arrays: Int32Array[];
  objective = -Infinity;

  readonly #rank: () => number;

  /** @param rank what makes a plan better; the objective, where nothing else is said. */
  constructor(agenda: Agenda, rank = () => agenda.objective()) {
    this.#agenda = agenda;
    this.#rank = rank;
    this.#arrays = [agenda.slotOf.slice(), agenda.tableOf.slice(), agenda.delegateA.slice(), agenda.delegateB.slice()];
    this.keep();
  }

  keep(): boolean {
    const a = this.#agenda;
    const now = this.#rank();
    if (now <= this.objective + 1e-9) return false;
    this.objective = now;
    [a.slotOf, a.tableOf, a.delegateA, a.delegateB].forEach((array, i) => this.#arrays[i]!.set(array));
    return true;
  }

  restore(): void {
    const [slot, table, da, db] = this.#arrays as [Int32Array, Int32Array, Int32Array, Int32Array];
    const meetings: Meeting[] = [];
    for (let w = 0; w < slot.length; w++) if (slot[w]! >= 0) meetings.push([w, slot[w]!, table[w]!, da[w]!, db[w]!]);
    this.#agenda.load(meetings);
  }
}
