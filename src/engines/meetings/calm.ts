import type { Random } from '../random.ts';
import { Agenda } from './agenda.ts';
import { Search, TICK } from './anneal.ts';
import { Best } from './best.ts';
import { CAP, Exchange, isOfSlotsAlone } from './exchange.ts';
import type { Meeting } from './instance.ts';
import type { Model } from './model.ts';
import { polishTables } from './polish.ts';

/** How far the search may go and has come; the caller counts and looks at the clock. */
export interface Course {
  /** Asked often: true once time, work or patience are over. */
  over(): boolean;
  /** Moves still to be had. */
  left(): number;
  /** Told of moves made since it was last told, with the breaks of the best plan. */
  went(moves: number, breaks: number): void;
}

/** Temperatures of the exchange of slots, in breaks, and what a slot of waiting weighs there. */
const EXCHANGE = { from: 0.35, to: 0.13, idle: 0.01 };
/** Most swaps of tables at the end, which takes a moment that no clock looks at. */
const POLISH = 300_000;
/** How the runs over breaks differ: temperature at the start (in breaks), shares of exchanges, chains and slots next to other meetings. */
const MANNERS = [
  { from: 0.7, exchange: 0.2, chain: 0.3, near: 0.5 },
  { from: 1, exchange: 0.1, chain: 0.5, near: 0.3 },
  { from: 1, exchange: 0.05, chain: 0.8, near: 0 },
];

/**
 * Makes the breaks few in a plan that holds everything, nobody having more than two above another, then the waiting, then table changes; it
 * still holds everything afterwards. Ends early at `least` breaks, below which no plan can come.
 */
export function calm(m: Model, random: Random, meetings: Meeting[], least: number, course: Course): Meeting[] {
  return isOfSlotsAlone(m) ? bySlots(m, random, meetings, least, course) : byMeetings(m, random, meetings, least, course);
}

/** Runs of the same length end far apart, so many short ones, ever longer, find more than a long one. */
function bySlots(m: Model, random: Random, meetings: Meeting[], least: number, course: Course): Meeting[] {
  const exchange = new Exchange(m, random, meetings, EXCHANGE.idle);
  let told = 0;
  for (let round = 12_000 * m.wishes; exchange.leastBreaks > least && !course.over() && course.left() > 0; round *= 1.2) {
    const moves = Math.min(round, course.left());
    exchange.run(EXCHANGE.from, EXCHANGE.to, (made) => {
      course.went(exchange.moves - told, exchange.leastBreaks);
      told = exchange.moves;
      return exchange.leastBreaks <= least || course.over() ? 1 : made / moves;
    });
    if (exchange.moves === 0) break;
  }
  const agenda = new Agenda(m, { tableChange: 1 });
  const slots = exchange.best();
  const order = Array.from(slots.keys()).sort((x, y) => slots[x]! - slots[y]!);
  for (const w of order) {
    const da = m.candidates[m.startA[w]!]!;
    const db = m.candidates[m.startB[w]!]!;
    agenda.place(w, slots[w]!, agenda.room(w, slots[w]!, da, db, random.next()), da, db);
  }
  polishTables(agenda, random, Math.min(POLISH, 600 * m.wishes), () => false);
  return agenda.meetings();
}

function byMeetings(m: Model, random: Random, meetings: Meeting[], least: number, course: Course): Meeting[] {
  // Each meeting is worth more than any break it could spare.
  const agenda = new Agenda(m, {
    shortfall: 0,
    idle: 0.01 + Math.min(0.01, m.instance.penalty.idle / 10),
    tableChange: 0.001,
    breaks: 1,
    excess: 3,
    minimum: 0,
  });
  agenda.gain.fill(8);
  agenda.breakCap = CAP;
  agenda.load(meetings);
  const search = new Search(agenda, random);
  const best = new Best(agenda);
  let told = 0;
  let turn = 0;
  for (let round = 50_000 + 3000 * m.wishes; agenda.breaks > least || agenda.excess > 0; round *= 1.2) {
    const moves = Math.min(round, course.left());
    if (course.over() || moves <= 0) break;
    const manner = MANNERS[turn++ % MANNERS.length]!;
    search.exchangeShare = manner.exchange;
    search.chainShare = manner.chain;
    search.nearShare = manner.near;
    search.run({ from: manner.from, to: 0.12 }, (made) => {
      if (search.moves % 20_000 < TICK && agenda.unplannedCount === 0) best.keep();
      course.went(search.moves - told, agenda.breaks);
      told = search.moves;
      return course.over() ? 1 : made / moves;
    });
    if (agenda.unplannedCount === 0) best.keep();
  }
  best.restore();
  return agenda.meetings();
}
