import type { Random } from '../random.ts';
import { Agenda } from './agenda.ts';
import { Search, TICK } from './anneal.ts';
import { fewestBreaks } from './breaks.ts';
import { construct } from './construct.ts';
import type { Meeting } from './instance.ts';
import type { Model } from './model.ts';
import { proveByProgramme } from './programme.ts';
import { whyNotAll } from './prove.ts';
import { Best } from './best.ts';
import type { Budget, News, Watch } from './watch.ts';

type Outcome = { is: 'planned'; meetings: Meeting[]; missing: string[]; moves: number } | { is: 'impossible'; reasons: string[] };

/** Nobody has more than this many breaks above another. */
const SPREAD = 2;
/** How the runs over breaks differ: temperature at the start (in breaks), shares of exchanges, chains and slots next to other meetings. */
const MANNERS = [
  { from: 0.7, exchange: 0.2, chain: 0.3, near: 0.5 },
  { from: 1, exchange: 0.1, chain: 0.5, near: 0.3 },
  { from: 1, exchange: 0.05, chain: 0.8, near: 0 },
];
/** Most moves before doubting that all can be held; few wishes are doubted sooner. */
const DOUBT = 1_500_000;

/**
 * The small-event case (business-to-business meeting scheduling; Bofill, Coll, Garcia, Giráldez, Pesant, Suy, Villaret, JAIR 2022): every
 * wish is a meeting to be held; then the fewest breaks, nobody with more than two above another; then least waiting, fewest table changes.
 * First a search that only wants all held (a meeting that stays out weighs more the longer it does); where that fails, a proof is tried;
 * then annealing, ever longer, over breaks.
 */
export async function holdAll(m: Model, random: Random, budget: Budget, watch: Watch, started: number): Promise<Outcome> {
  const reasons = whyNotAll(m);
  if (reasons.length) return { is: 'impossible', reasons };
  const elapsed = () => (watch.now() - started) / 1000;
  const seconds = budget.seconds ?? Infinity;
  const most = budget.moves ?? Infinity;
  const cancelled = () => watch.cancelled?.() ?? false;
  const agenda = new Agenda(m, { shortfall: 0, idle: 0, tableChange: 0, breaks: 0, excess: 0, minimum: 0 });
  agenda.gain.fill(1);
  construct(agenda, random);
  const search = new Search(agenda, random);
  search.exchangeShare = 0.25;
  search.chainShare = 0.25;
  const tell = (phase: News['phase'], done: number) =>
    watch.tell?.({
      phase,
      done,
      seconds: elapsed(),
      weight: agenda.weight,
      value: agenda.value(),
      meetings: agenda.plannedCount,
      breaks: agenda.breaks,
      moves: search.moves,
      bound: null,
    });
  tell('first plan', 0);

  const holdMore = (until: () => boolean) => {
    while (agenda.unplannedCount > 0 && !until()) {
      for (let i = 0; i < TICK && agenda.unplannedCount > 0; i++) search.step(0.25);
      for (let i = 0; i < agenda.unplannedCount; i++) agenda.gain[agenda.unplanned[i]!]! += 0.025;
    }
  };
  const over = () => cancelled() || elapsed() >= seconds || search.moves >= most;
  const doubtAt = elapsed() + Math.min(1.5, seconds / 4);
  holdMore(
    () => over() || search.moves >= Math.min(DOUBT, 20_000 + 5000 * m.wishes) || (budget.moves === undefined && elapsed() >= doubtAt),
  );
  if (agenda.unplannedCount > 0 && !cancelled()) {
    const proof = await proveByProgramme(m, Math.max(0.5, Math.min(3, seconds - elapsed())), true);
    if (proof.length) return { is: 'impossible', reasons: proof };
    tell('proof', 0);
    holdMore(over);
  }
  if (agenda.unplannedCount > 0) {
    const missing = Array.from(agenda.unplanned.subarray(0, agenda.unplannedCount)).sort((x, y) => x - y);
    return {
      is: 'planned',
      meetings: agenda.meetings(),
      missing: missing.slice(0, 50).map((w) => `wish ${w} found no place in the time given; nothing proves that there is none`),
      moves: search.moves,
    };
  }

  // All are held, and each is now worth more than any break it could spare.
  const meetings = agenda.meetings();
  const { penalty } = m.instance;
  const calm = new Agenda(m, {
    shortfall: 0,
    idle: 0.01 + Math.min(0.01, penalty.idle / 10),
    tableChange: 0.001,
    breaks: 1,
    excess: 3,
    minimum: 0,
  });
  calm.gain.fill(8);
  calm.breakCap = SPREAD;
  calm.load(meetings);
  const least = m.wishes * m.slots > 2_000_000 ? 0 : fewestBreaks(m);
  const second = new Search(calm, random);
  const best = new Best(calm);
  const spent = () => search.moves + second.moves;
  let turn = 0;
  for (
    let round = 50_000 + 3000 * m.wishes;
    !cancelled() && elapsed() < seconds && spent() < most && !(calm.breaks <= least && calm.excess === 0);
    round *= 1.2
  ) {
    // Runs of the same length end far apart, so many short ones find more than a long one; they differ in how hot they start and how they move.
    const manner = MANNERS[turn++ % MANNERS.length]!;
    second.exchangeShare = manner.exchange;
    second.chainShare = manner.chain;
    second.nearShare = manner.near;
    const moves = Math.min(round, most - spent());
    const from = elapsed();
    second.run(
      { from: manner.from, to: 0.12 },
      (done) =>
        cancelled() || elapsed() >= seconds
          ? 1
          : Math.max(
              done / moves,
              seconds === Infinity ? 0 : ((elapsed() - from) / Math.max(0.01, seconds - from)) * (done > 0 ? 0.999 : 0),
            ),
      () => {
        if (second.moves % 20_000 < TICK && calm.unplannedCount === 0) best.keep();
        if (second.moves % 100_000 < TICK)
          watch.tell?.({
            phase: 'search',
            done: Math.min(1, elapsed() / seconds),
            seconds: elapsed(),
            weight: calm.weight,
            value: calm.value(),
            meetings: calm.plannedCount,
            breaks: calm.breaks,
            moves: spent(),
            bound: null,
          });
        return false;
      },
    );
    if (calm.unplannedCount === 0) best.keep();
  }
  best.restore();
  return { is: 'planned', meetings: calm.meetings(), missing: [], moves: spent() };
}
