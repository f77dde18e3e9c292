import type { Random } from '../random.ts';
import { Agenda } from './agenda.ts';
import { Search, TICK } from './anneal.ts';
import { fewestBreaks, floors, type Range, rangesOfBreaks } from './breaks.ts';
import { calm } from './calm.ts';
import { construct } from './construct.ts';
import { SPREAD } from './exchange.ts';
import type { Meeting } from './instance.ts';
import type { Model } from './model.ts';
import { proveByProgramme } from './programme.ts';
import { whyNotAll } from './prove.ts';
import type { Budget, News, Watch } from './watch.ts';

type Outcome =
  | {
      is: 'planned';
      meetings: Meeting[];
      missing: string[];
      moves: number;
      /** No plan that holds all has fewer breaks. */
      leastBreaks: number;
    }
  | { is: 'impossible'; reasons: string[] };

/** Most moves before doubting that all can be held; few wishes are doubted sooner. */
const DOUBT = 1_500_000;
/** Seconds for a calm plan once it is proven that somebody must have more breaks than is fair. */
const CALMING = 2;
/** Wishes × slots beyond which no bound on the breaks is looked for. */
const MOST_PLACES = 2_000_000;

/**
 * The small-event case (business-to-business meeting scheduling; Bofill, Coll, Garcia, Giráldez, Pesant, Suy, Villaret, JAIR 2022): every
 * wish is a meeting to be held; then the fewest breaks, nobody with more than two above another; then least waiting, fewest table changes.
 * First a search that only wants all held (a meeting that stays out weighs more the longer it does); where that fails, a proof is tried;
 * then the breaks are made few (`calm.ts`).
 */
export async function holdAll(m: Model, random: Random, budget: Budget, watch: Watch, started: number): Promise<Outcome> {
  const elapsed = () => (watch.now() - started) / 1000;
  const seconds = budget.seconds ?? Infinity;
  const most = budget.moves ?? Infinity;
  const cancelled = () => watch.cancelled?.() ?? false;
  // What is found out beforehand may take a part of the time.
  const enough = () => cancelled() || elapsed() > 0.3 * seconds;
  const reasons = whyNotAll(m, enough);
  if (reasons.length) return { is: 'impossible', reasons };
  const ranges: Map<number, Range> = m.wishes * m.slots > MOST_PLACES ? new Map() : rangesOfBreaks(m, enough);
  const least = fewestBreaks(ranges);
  const fair = floors(ranges, SPREAD);
  /** Looks for a proof for at most three seconds, within what is left. */
  const prove = (mostBreaks?: number) => {
    const limit = seconds === Infinity ? 60 : Math.max(0.5, Math.min(3, seconds - elapsed()));
    const end = elapsed() + limit;
    return proveByProgramme(m, limit, () => end - elapsed(), mostBreaks);
  };
  const agenda = new Agenda(m, { shortfall: 0, idle: 0, tableChange: 0, breaks: 0, unfair: 0, minimum: 0 });
  agenda.gain.fill(1);
  construct(agenda, random, () => cancelled() || elapsed() >= seconds);
  const search = new Search(agenda, random);
  search.exchangeShare = 0.25;
  search.chainShare = 0.25;
  let moves = 0;
  const tell = (phase: News['phase'], done: number, breaks = agenda.breaks) =>
    watch.tell?.({
      phase,
      done,
      seconds: elapsed(),
      weight: agenda.weight,
      value: agenda.value(),
      meetings: agenda.plannedCount,
      breaks,
      moves,
      bound: null,
    });
  tell('first plan', 0);

  const holdMore = (until: () => boolean) => {
    while (agenda.unplannedCount > 0 && !until()) {
      for (let i = 0; i < TICK && agenda.unplannedCount > 0; i++) search.step(0.25);
      moves = search.moves;
      for (let i = 0; i < agenda.unplannedCount; i++) agenda.gain[agenda.unplanned[i]!]! += 0.025;
    }
  };
  const over = () => cancelled() || elapsed() >= seconds || moves >= most;
  const doubtAt = elapsed() + Math.min(1.5, seconds / 4);
  holdMore(() => over() || moves >= Math.min(DOUBT, 20_000 + 5000 * m.wishes) || (budget.moves === undefined && elapsed() >= doubtAt));
  if (agenda.unplannedCount > 0 && !cancelled()) {
    const proof = await prove();
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
      moves,
      leastBreaks: 0,
    };
  }

  let end = Infinity;
  const course = {
    over: () => over() || elapsed() >= end,
    left: () => most - moves,
    went: (made: number, breaks: number) => {
      const before = moves;
      moves += made;
      if (Math.floor(moves / 250_000) > Math.floor(before / 250_000)) tell('search', Math.min(1, elapsed() / seconds), breaks);
    },
  };
  let why = fair.why;
  let meetings = agenda.meetings();
  let unfair = Infinity;
  if (why === null) {
    ({ meetings, unfair } = calm(m, random, meetings, { least, floors: fair, doubting: true }, course));
    if (unfair > 0 && !cancelled()) why = (await prove(fair.to + SPREAD))[0] ?? null;
  }
  if (unfair > 0) {
    if (why !== null) {
      // Nobody needs to wait for what cannot be: a calm plan soon, with the reason.
      tell('proof', 0);
      if (seconds < Infinity) end = elapsed() + CALMING;
    }
    ({ meetings, unfair } = calm(m, random, meetings, { least, floors: fair }, course));
  }
  return { is: 'planned', meetings, missing: unfair > 0 ? [unfairInWords(why)] : [], moves, leastBreaks: least };
}

const unfairInWords = (why: string | null): string =>
  why === null
    ? `somebody has more than ${SPREAD} breaks above another in every plan found in the time given; nothing proves that there is no other`
    : `nobody may have more than ${SPREAD} breaks above another, but no plan is like that: ${why}. The plan written holds all meetings and comes as near to it as was found`;
