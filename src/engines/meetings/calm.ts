import type { Random } from '../random.ts';
import { Agenda } from './agenda.ts';
import { Search, TICK } from './anneal.ts';
import { Best } from './best.ts';
import { Exchange, isOfSlotsAlone, SPREAD } from './exchange.ts';
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

/**
 * Temperatures of the exchange of slots, in breaks, and what a slot of waiting weighs there: enough that a long gap shrinks before it closes
 * (with a tenth of it 78 people wait six times instead of four), not so much that breaks are taken for it.
 */
const EXCHANGE = { from: 0.35, to: 0.13, idle: 0.1 };
/** Most swaps of tables at the end, which takes a moment that no clock looks at. */
const POLISH = 300_000;
/** What somebody's break too many or too few weighs when the best plan is chosen: more than all breaks together. */
const UNFAIR = 1e9;
/** How the runs over breaks differ: temperature at the start (in breaks), shares of exchanges, chains and slots next to other meetings. */
const MANNERS = [
  { from: 0.7, exchange: 0.2, chain: 0.3, near: 0.5 },
  { from: 1, exchange: 0.1, chain: 0.5, near: 0.3 },
  { from: 1, exchange: 0.05, chain: 0.8, near: 0 },
];

/** What is to be reached: at `least` breaks the search ends; the one with the fewest breaks may have so many (`floors` in `breaks.ts`). */
export interface Aim {
  least: number;
  floors: { from: number; to: number };
  /** Ends early where some runs have found no fair plan, so that the caller may look for a proof that there is none. */
  doubting?: boolean;
}

/** A plan that holds everything, and by how many breaks somebody has too many or too few beside the others: 0 is fair. */
export interface Calmed {
  meetings: Meeting[];
  unfair: number;
}

/** Runs without a fair plan after which another number of breaks is tried for the one with the fewest, and what is unfair weighs more. */
const STUBBORN = 4;
const HEAVIER = 2;

/**
 * Makes the breaks few in a plan that holds everything, which it still does afterwards: nobody has more than `SPREAD` above another, then
 * the fewest breaks, least waiting and fewest table changes.
 */
export function calm(m: Model, random: Random, meetings: Meeting[], aim: Aim, course: Course): Calmed {
  return isOfSlotsAlone(m) ? bySlots(m, random, meetings, aim, course) : byMeetings(m, random, meetings, aim, course);
}

/** Runs of the same length end far apart, so many short ones, ever longer, find more than a long one. */
function bySlots(m: Model, random: Random, meetings: Meeting[], { least, floors, doubting = false }: Aim, course: Course): Calmed {
  let floor = floors.from;
  let exchange = new Exchange(m, random, meetings, EXCHANGE.idle, floor);
  let told = 0;
  let stubborn = 0;
  const reached = () => exchange.leastUnfair === 0 && exchange.leastBreaks <= least;
  for (let round = 30_000 * m.wishes; !reached() && !course.over() && course.left() > 0; round *= 1.2) {
    const moves = Math.min(round, course.left());
    exchange.run(EXCHANGE.from, EXCHANGE.to, (made) => {
      course.went(exchange.moves - told, exchange.leastBreaks);
      told = exchange.moves;
      return reached() || course.over() ? 1 : made / moves;
    });
    if (exchange.moves === 0) break;
    if (exchange.leastUnfair === 0 || ++stubborn % STUBBORN > 0) continue;
    if (doubting) break;
    const perUnfair = Math.min(100, exchange.perUnfair * HEAVIER);
    if (floors.to > floors.from) {
      floor = floor === floors.to ? floors.from : floor + 1;
      const slots = exchange.best();
      meetings = meetings.map(([w, , ...rest]) => [w, slots[w]!, ...rest]);
      exchange = new Exchange(m, random, meetings, EXCHANGE.idle, floor);
      told = 0;
    }
    exchange.perUnfair = perUnfair;
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
  return { meetings: agenda.meetings(), unfair: exchange.leastUnfair };
}

function byMeetings(m: Model, random: Random, meetings: Meeting[], { least, floors, doubting = false }: Aim, course: Course): Calmed {
  // Each meeting is worth more than any break it could spare.
  const agenda = new Agenda(m, {
    shortfall: 0,
    idle: 0.01 + Math.min(0.01, m.instance.penalty.idle / 10),
    tableChange: 0.001,
    breaks: 1,
    unfair: 3,
    minimum: 0,
  });
  agenda.gain.fill(8);
  agenda.breakFloor = floors.from;
  agenda.breakCap = floors.from + SPREAD;
  agenda.load(meetings);
  const search = new Search(agenda, random);
  const best = new Best(agenda, () => agenda.objective() - UNFAIR * agenda.unfair);
  let told = 0;
  let turn = 0;
  for (let round = 50_000 + 3000 * m.wishes; agenda.breaks > least || agenda.unfair > 0; round *= 1.2) {
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
    if (doubting && turn >= STUBBORN && best.objective < -UNFAIR / 2) break;
  }
  best.restore();
  return { meetings: agenda.meetings(), unfair: agenda.unfair };
}
