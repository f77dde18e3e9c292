import { Random } from '../random.ts';
import { Agenda } from './agenda.ts';
import { Search, TICK, type Cooling } from './anneal.ts';
import { type Bound, boundByPrices, boundByProgramme, reducedValues } from './bound.ts';
import { contradictions } from './check.ts';
import { construct } from './construct.ts';
import { holdAll } from './hold.ts';
import { afterUpdate, type Instance, type Meeting, type Plan } from './instance.ts';
import { compile, type Model } from './model.ts';
import { polishTables } from './polish.ts';
import { relaxation } from './relaxation.ts';
import { whyMinimaFail } from './minima.ts';
import { loadTold } from './replan.ts';
import { Best } from './best.ts';
import { type Changes, compare, count } from './changes.ts';
import { score, type Score } from './score.ts';
import type { Budget, News, Watch } from './watch.ts';

export interface Options {
  seed: number;
  budget: Budget;
  /** The plan people were told of: the instance's `update` is applied and few of its meetings are moved. */
  before?: Plan;
  /** Most meetings of `before`, beyond the forced, that may be moved or dropped; without it, 2 in 100. */
  mostDisturbed?: number;
  /** A feasible plan of this very instance to start from. */
  from?: Plan;
}

export type Result =
  | {
      is: 'planned';
      plan: Plan;
      score: Score;
      /** No plan has more weight than this; null where there was no time to find out. */
      bound: Bound | null;
      /** The weight is the bound: proven best. */
      proven: boolean;
      changes: Changes | null;
      /** Meetings that should be held and are not (small-event case), or sold minima that are not kept. */
      missing: string[];
      /** Small-event case: no plan that holds all has fewer breaks; null in the other. */
      leastBreaks: number | null;
      moves: number;
      seconds: number;
    }
  | { is: 'impossible'; reasons: string[]; seconds: number };

/** Instances up to this many wishes are annealed again and again, ever longer, rather than once. */
const SMALL = 500;

/** How much of a wish's reduced value is added to its weight while searching, and the least share of its weight that stays. */
const LEAN = 1;
const LEAST = 0.05;

/** Seconds after which even a search without a time limit gives up on a programme. */
const PATIENCE = 600;

/** Seconds that the first plan may take however little time was given: a plan in a moment is better than none in time. */
const FIRST = 1;

/** Most seconds for a proof that the sold minima cannot be kept. */
const MOST_PROVING = 5;

/** Pairs of delegates × words of slots beyond which no bound is looked for: it would take more time than it is worth. */
const MOST_PAIRS = 20_000_000;

/** Plans the meetings of an instance, as good as the budget allows. Never throws for what a read instance can hold. */
export async function solve(given: Instance, options: Options, watch: Watch): Promise<Result> {
  const started = watch.now();
  const elapsed = () => (watch.now() - started) / 1000;
  const instance = options.before ? afterUpdate(given) : given;
  const model = compile(instance);
  const contradictory = contradictions(model);
  if (contradictory.length) return { is: 'impossible', reasons: contradictory, seconds: elapsed() };
  const seconds = options.budget.seconds ?? Infinity;
  const over = () => elapsed() >= seconds || (watch.cancelled?.() ?? false);
  const random = new Random(options.seed);

  if (instance.holdAll && !options.before) {
    const outcome = await holdAll(model, random, options.budget, watch, started);
    if (outcome.is === 'impossible') return { ...outcome, seconds: elapsed() };
    return {
      ...finish(instance, outcome.meetings, null),
      bound: null,
      proven: false,
      changes: null,
      missing: outcome.missing,
      leastBreaks: outcome.leastBreaks,
      moves: outcome.moves,
      seconds: elapsed(),
    };
  }

  // Sold meetings come before all weight there is.
  const minimum = 1000 + 2 * instance.wishes.reduce((sum, [, , weight]) => sum + weight, 0);
  const agenda = new Agenda(model, { minimum, ...(options.before ? { disturbance: 1 } : {}) });
  if (options.before) loadTold(agenda, given, options.before);
  else if (options.from) agenda.load(options.from.meetings);
  const from = elapsed();
  construct(agenda, random, () => (watch.cancelled?.() ?? false) || elapsed() >= Math.max(seconds, from + FIRST));
  let bound: Bound | null = null;
  let searched = 0;
  const tell = (phase: News['phase'], done: number) =>
    watch.tell?.({
      phase,
      done,
      seconds: elapsed(),
      weight: agenda.weight,
      value: agenda.value(),
      meetings: agenda.plannedCount,
      breaks: agenda.breaks,
      moves: searched,
      bound: bound?.weight ?? null,
    });
  tell('first plan', 0);
  const owed = model.minimum.some((n) => n > 0);
  let provenShort: string[] = [];
  if (owed && agenda.missing > 0 && !over()) {
    provenShort = await whyMinimaFail(model, Math.min(MOST_PROVING, 0.2 * seconds));
    if (provenShort.length > 0) tell('proof', 0);
  }
  bound = await findBound(model, agenda.weight, seconds, over, owed && provenShort.length === 0);
  if (bound?.infeasible) {
    provenShort = ['the linear programme with all of them has no solution'];
    tell('proof', 0);
    bound = await findBound(model, agenda.weight, seconds, over, false);
  }
  tell('bound', 0);

  const guide = bound?.by === 'linear programme' ? reducedValues(model, relaxation(model), bound.prices) : null;
  // What the programme would plan is worth more to the search, what it would leave out less: by themselves, the two are too near each other.
  if (guide) agenda.revalue(model.weight.map((weight, w) => Math.max(LEAST * weight, weight + LEAN * guide[w]!)));
  const best = new Best(agenda);
  const cooling = coolingFor(model, (options.before ?? options.from) !== undefined);
  const search = new Search(agenda, random);
  if (guide) search.follow(guide, 0.3 * meanWeight(model));
  search.mostDisturbed = options.before ? (options.mostDisturbed ?? Math.floor(0.02 * options.before.meetings.length)) : Infinity;
  // The last part of the time is for giving out tables and the full score.
  const reserve = Math.min(0.06 * seconds, 0.25 + model.wishes / 16_000);
  const budgetMoves = options.budget.moves ?? Infinity;
  let round = model.wishes <= SMALL && !options.before && !options.from ? 300_000 : Infinity;
  for (let stale = 0; !over();) {
    const from = search.moves;
    const before = best.objective;
    const roundFrom = elapsed();
    const roundMoves = Math.min(round, budgetMoves - from);
    if (roundMoves <= 0) break;
    search.run(
      cooling,
      (moves) => {
        searched = search.moves;
        const byMoves = roundMoves === Infinity ? 0 : moves / roundMoves;
        const byTime = seconds === Infinity ? 0 : (elapsed() - roundFrom) / Math.max(1e-3, seconds - reserve - roundFrom);
        return watch.cancelled?.() ? 1 : Math.max(byMoves, byTime);
      },
      (done) => {
        if (search.moves % 100_000 < TICK) {
          best.keep();
          tell('search', done);
        }
        return false;
      },
    );
    best.keep();
    if (round === Infinity || budgetMoves <= search.moves || elapsed() >= seconds - reserve) break;
    stale = best.objective > before + 1e-9 ? 0 : stale + 1;
    round *= 1.25;
    // Proven best, and the rest has stood through many rounds: more time would not help.
    if (stale >= 12 && agenda.plannedCount + agenda.unplannedCount <= SMALL) break;
    best.restore();
  }
  if (watch.cancelled?.()) {
    // Stopped while still hot: the plan at hand is settled for a moment, which mostly makes it better than the first one.
    const from = elapsed();
    search.run({ from: Math.max(cooling.to, cooling.from / 6), to: cooling.to }, (moves) =>
      Math.max(moves / 500_000, (elapsed() - from) / 0.8),
    );
    best.keep();
  }
  best.restore();
  agenda.revalue(model.weight);
  best.objective = agenda.objective();
  // Tables people were told of stay; moving whole rooms for a shorter walk is for the first plan.
  if (!options.before && instance.penalty.tableChange > 0) polishTables(agenda, random, 600 * agenda.plannedCount, over);
  best.keep();
  best.restore();
  const meetings = agenda.meetings();
  const result = finish(instance, meetings, bound);
  searched = search.moves;
  tell('search', 1);
  return {
    ...result,
    changes: options.before ? count(compare(options.before, { meetings }, given.update)) : null,
    missing: owed && agenda.missing > 0 ? short(agenda, provenShort) : [],
    leastBreaks: null,
    moves: search.moves,
    seconds: elapsed(),
  };
}

function finish(instance: Instance, meetings: Meeting[], bound: Bound | null) {
  const plan = { meetings };
  const scored = score(instance, plan);
  return { is: 'planned' as const, plan, score: scored, bound, proven: bound !== null && scored.weight >= bound.weight - 1e-6 };
}

/** What is missing to the sold minima, and whether it is proven that something must be. */
const short = (agenda: Agenda, proof: string[]): string[] => [
  ...(proof.length > 0
    ? ['the sold minima cannot all be kept, whatever the plan:', ...proof]
    : ['the plan found does not keep all sold minima; nothing proves that no plan does, and more time may find one']),
  ...agenda.model.instance.minima
    .filter(([o, n]) => agenda.held[o]! < n)
    .slice(0, 20)
    .map(([o, n]) => `organisation ${o} was sold ${n} meetings and gets ${agenda.held[o]!}`),
];

/** The linear programme where it takes a small part of the time; prices otherwise. */
async function findBound(model: Model, reached: number, seconds: number, over: () => boolean, minima: boolean): Promise<Bound | null> {
  if (model.wishes === 0 || over()) return null;
  let pairs = 0;
  for (let w = 0; w < model.wishes; w++) pairs += (model.endA[w]! - model.startA[w]!) * (model.endB[w]! - model.startB[w]!);
  if (pairs * model.words > MOST_PAIRS) return null;
  const expected = 0.4 + 5 * Math.pow(model.wishes / 20_000, 1.5);
  // Where work is counted and not time, the clock must not decide.
  const limit = seconds === Infinity ? PATIENCE : Math.min(0.45 * seconds, 8 * expected);
  const most = seconds === Infinity ? 25_000 : 60_000;
  if (model.wishes <= most && (expected < 0.2 * seconds || model.wishes <= SMALL)) {
    const exact = await boundByProgramme(model, limit, { minima });
    if (exact) return exact;
  }
  let rounds = 0;
  const relaxed = relaxation(model);
  // A round touches every coefficient, at some 8 ns; it is given a twenty-fifth of the time.
  const turns = seconds === Infinity ? 1500 : Math.min(1500, (0.04 * seconds * 1.2e8) / (relaxed.row.length + 1));
  return boundByPrices(model, relaxed, reached, () => ++rounds * 16 > turns || over());
}

/** From where a wish of common weight comes and goes, down to where a single slot of waiting decides. */
function coolingFor(model: Model, warm: boolean): Cooling {
  const mean = meanWeight(model);
  const { idle } = model.instance.penalty;
  const from = (warm ? 0.06 : 0.17) * mean;
  return { from, to: Math.min(from / 4, idle > 0 ? 0.3 * idle : from / 20) };
}

function meanWeight(model: Model): number {
  let sum = 0;
  for (const x of model.weight) sum += x;
  return sum / Math.max(1, model.wishes) || 1;
}
