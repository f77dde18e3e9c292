import { ofOneDelegate, slotsOf } from './prove.ts';
import type { Model } from './model.ts';

/**
 * A lower bound of the number of breaks of any plan that holds every wish: for each delegate alone, the fewest breaks with which as many
 * slots as it has meetings can be chosen among those its meetings could take (a walk over the slots, remembering how many are taken).
 */
export function fewestBreaks(m: Model): number {
  const domains = slotsOf(m);
  let all = 0;
  for (const [d, wishes] of ofOneDelegate(m)) {
    const usable = new Uint8Array(m.slots);
    for (const w of wishes) for (const s of domains[w]!) usable[s] = 1;
    all += alone(m, d, usable, wishes.length);
  }
  return all;
}

function alone(m: Model, d: number, usable: Uint8Array, meetings: number): number {
  // waiting[k], none[k], met[k]: fewest breaks with k meetings so far and, today: a wait since the last meeting, no wait (or no meeting yet).
  const size = meetings + 1;
  const settled = new Float64Array(size).fill(Infinity);
  let waiting = new Float64Array(size).fill(Infinity);
  settled[0] = 0;
  let started = new Float64Array(size).fill(Infinity);
  for (let s = 0; s < m.slots; s++) {
    if (m.dayStart[s] === s) {
      for (let k = 0; k < size; k++) {
        settled[k] = Math.min(settled[k]!, waiting[k]!, started[k]!);
        waiting[k] = Infinity;
        started[k] = Infinity;
      }
    }
    const counts = m.waitingBefore[d * (m.slots + 1) + s + 1]! > m.waitingBefore[d * (m.slots + 1) + s]!;
    const nextStarted = new Float64Array(size).fill(Infinity);
    const nextWaiting = new Float64Array(size).fill(Infinity);
    for (let k = 0; k < size; k++) {
      if (counts) nextWaiting[k] = Math.min(waiting[k]!, started[k]!);
      else {
        nextStarted[k] = started[k]!;
        nextWaiting[k] = waiting[k]!;
      }
      if (k > 0 && usable[s]) nextStarted[k] = Math.min(nextStarted[k]!, settled[k - 1]!, started[k - 1]!, waiting[k - 1]! + 1);
    }
    started = nextStarted;
    waiting = nextWaiting;
  }
  const least = Math.min(settled[meetings]!, waiting[meetings]!, started[meetings]!);
  return least === Infinity ? 0 : least;
}
