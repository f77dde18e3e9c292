import { lowerBounds, type Bounds } from './bounds/bounds.ts';
import { loadHighs } from './bounds/highs.ts';
import { placesBound } from './bounds/places.ts';
import { timeAt } from './clockwork.ts';
import { compileProblem, type Compiled } from './compile.ts';
import { contradictions, type Contradiction } from './contradictions.ts';
import { evaluate, type TermName } from './core/evaluate.ts';
import type { CoreProblem } from './core/problem.ts';
import { explainUnplaced, explainWishes, tableOf, whyNowhere } from './explain.ts';
import { compileConference, conferenceSolution, type ConferenceProblem, type ConferenceSolution } from './formats/csp.ts';
import { compileCourses, writeCourses, type CourseProblem } from './formats/ctt.ts';
import type { Placed, Reason, Term, TimetableProblem, TimetableSolution } from './model.ts';
import { search, type Found, type Limits } from './search.ts';

/** A problem in one of the three forms that are read. */
export type AnyProblem =
  { form: 'native'; problem: TimetableProblem } | { form: 'csp'; problem: ConferenceProblem } | { form: 'ctt'; problem: CourseProblem };

/** A timetable in the form its problem came in. `contradictions` are proofs that no feasible one exists; none proves nothing. */
export interface Solved {
  feasible: boolean;
  cost: number;
  unplaced: number;
  contradictions: string[];
  moves: number;
  elapsed: number;
  startCost: number;
  /** No timetable that keeps the hard rules costs less; equal to `cost` where that is proved to be the least. */
  bound: number;
  /** What the timetable costs, part by part as the search counts it, and the least that each part costs alone. */
  parts: { name: TermName; cost: number; bound: number }[];
  solution: TimetableSolution | ConferenceSolution | string;
}

export function compile(any: AnyProblem): CoreProblem {
  if (any.form === 'csp') return compileConference(any.problem);
  if (any.form === 'ctt') return compileCourses(any.problem);
  return compileProblem(any.problem).core;
}

/**
 * Seconds that are kept for the bound, of so many in all. Conferences need some seconds before a proof comes within reach, which a short
 * search needs more.
 */
const provingOf = (core: CoreProblem, seconds: number): number =>
  core.cells ? Math.min(10, Math.max(0, (seconds - 10) / 5)) : Math.min(10, seconds / 20);
/** Moves that stand for a second, where moves are what limits the work. */
const MOVES_A_SECOND = 1_000_000;

/** Searches until a limit is reached or it is cancelled, then explains. Blocks its thread: `solveInWorker` does the same beside the server. */
export async function solve(any: AnyProblem, limits: Limits & { proving?: number }): Promise<Solved> {
  const compiled = any.form === 'native' ? compileProblem(any.problem) : null;
  const core = compiled?.core ?? compile(any);
  const proofs = contradictions(core);
  const seconds = limits.seconds ?? (limits.moves ?? 0) / MOVES_A_SECOND;
  const proving = limits.proving ?? provingOf(core, seconds);
  // What cannot be feasible is still placed as far as it goes, in a moment, so that the rest is seen.
  const found = search(
    core,
    proofs.length > 0
      ? { ...limits, seconds: Math.min(limits.seconds ?? 2, 2), moves: Math.min(limits.moves ?? 1e6, 1e6) }
      : { ...limits, ...(limits.seconds !== undefined && { seconds: limits.seconds - proving }) },
  );
  const reasons = proofs.map((proof) => words(any, compiled, proof));
  const { terms } = evaluate(core, found);
  const isWhole = found.unplaced === 0;
  const bounds = isWhole ? await lowerBounds(core, proving, limits.now, found.cost) : null;
  const least = (name: TermName): number => (bounds && name in bounds ? Math.min(terms[name], bounds[name as keyof Bounds]) : 0);
  const common = {
    feasible: isWhole,
    cost: found.cost,
    unplaced: found.unplaced,
    contradictions: reasons.map((r) => r.words),
    moves: found.moves,
    elapsed: found.elapsed,
    startCost: found.startCost,
    bound: bounds?.total ?? 0,
    parts: (Object.keys(terms) as TermName[])
      .filter((name) => name === 'places' || core[name] !== undefined)
      .map((name) => ({ name, cost: terms[name], bound: least(name) })),
  };
  if (any.form === 'csp') return { ...common, solution: conferenceSolution(any.problem, found.room, found.at) };
  if (any.form === 'ctt') return { ...common, solution: writeCourses(any.problem, found.room, found.at) };
  return { ...common, solution: await nativeSolution(any.problem, compiled!, found, reasons, limits.seed, bounds) };
}

/** Lower bounds for a problem in any form; see `lowerBounds`. */
export const boundsOf = (any: AnyProblem, seconds: number, now: () => number, below?: number): Promise<Bounds> =>
  lowerBounds(compile(any), seconds, now, below);

async function nativeSolution(
  problem: TimetableProblem,
  compiled: Compiled,
  found: Found,
  reasons: Reason[],
  seed: number,
  bounds: Bounds | null,
): Promise<TimetableSolution> {
  const { core, axis, before } = compiled;
  const { terms, cost } = evaluate(core, found);
  const wished = costOfWishes(problem, compiled, found);
  const moved = problem.activities.flatMap((a, e) => {
    const known = before.get(e);
    return known && found.room[e]! >= 0 && (known.room !== found.room[e] || known.tick !== found.at[e]) ? [a.id] : [];
  });
  const wishes = bounds ? placesBound(await loadHighs(), core, wished.roomCost, wished.startCost, 1) : 0;
  const shown: Term[] = [
    { name: 'wishes', cost: wished.cost, bound: Math.min(wishes, wished.cost) },
    { name: 'moves', cost: terms.places - wished.cost, bound: 0 },
    { name: 'relations', cost: terms.relations, bound: 0 },
    { name: 'topics', cost: terms.topics, bound: Math.min(bounds?.topics ?? 0, terms.topics) },
    { name: 'remoteHours', cost: terms.people, bound: Math.min(bounds?.people ?? 0, terms.people) },
  ];
  const table = tableOf(compiled, found);
  const isBroken = (i: number): boolean => {
    const e = core.relations!.a[i]!;
    return found.room[e]! >= 0 && !table.relations!.holds(i, e, found.room[e]!, found.at[e]!);
  };
  return {
    format: 'everforum-timetable-solution-1',
    problem: problem.name,
    feasible: bounds !== null,
    cost,
    bound: bounds?.total ?? 0,
    terms: shown,
    placed: problem.activities.flatMap((_, e) => (found.room[e]! < 0 ? [] : [placed(problem, compiled, found, e)])),
    unplaced: problem.activities.flatMap((a, e) =>
      found.room[e]! < 0 ? [{ activity: a.id, reasons: explainUnplaced(problem, compiled, table, e) }] : [],
    ),
    contradictions: reasons,
    unmet: explainWishes(problem, compiled, found),
    brokenRelations: problem.relations.flatMap((r, i) => (r.weight !== 'must' && r.weight > 0 && isBroken(i) ? [r.id] : [])),
    moved,
    search: { seed, moves: found.moves, milliseconds: Math.round(found.elapsed) },
  };

  function placed(p: TimetableProblem, c: Compiled, f: Found, e: number): Placed {
    const activity = p.activities[e]!;
    const start = f.at[e]!;
    const people = c.core.people;
    const order =
      people && f.parts
        ? [...f.parts.subarray(people.partsOf.first[e], people.partsOf.first[e + 1])].map((part) => part - people.partsOf.first[e]!)
        : activity.sessions.map((_, i) => i);
    let offset = 0;
    return {
      activity: activity.id,
      room: p.rooms[f.room[e]!]!.id,
      start: timeAt(axis, start),
      end: timeAt(axis, start, c.core.length[e]!),
      sessions: order.map((i) => {
        const session = activity.sessions[i]!;
        const from = offset;
        offset += Math.max(1, Math.ceil(session.minutes / axis.step));
        return { id: session.id, start: timeAt(axis, start, from), end: timeAt(axis, start, offset) };
      }),
    };
  }
}

function costOfWishes(
  problem: TimetableProblem,
  { core, wishes }: Compiled,
  found: Found,
): { cost: number; roomCost: Int32Array; startCost: Int32Array } {
  const roomCost = new Int32Array(core.roomCost.length);
  const startCost = new Int32Array(core.startCost.length);
  const index = new Map(problem.activities.map((a, i) => [a.id, i]));
  let cost = 0;
  problem.wishes.forEach((wish, w) => {
    const e = index.get(wish.activity)!;
    const { rooms, starts } = wishes[w]!;
    rooms?.forEach((met, r) => (roomCost[e * core.rooms + r]! += met ? 0 : wish.weight));
    starts?.forEach((met, t) => (startCost[e * core.ticks + t]! += met ? 0 : wish.weight));
    if (found.room[e]! >= 0 && ((rooms && !rooms[found.room[e]!]) || (starts && !starts[found.at[e]!]))) cost += wish.weight;
  });
  return { cost, roomCost, startCost };
}

/** A proof in the words of the problem's form. */
function words(any: AnyProblem, compiled: Compiled | null, proof: Contradiction): Reason {
  const named = (list: string[]) => (list.length <= 8 ? list.join(', ') : `${list.slice(0, 7).join(', ')} and ${list.length - 7} more`);
  const event = (e: number): string => {
    if (any.form === 'native') return any.problem.activities[e]!.id;
    if (any.form === 'csp') return `submission ${e}${any.problem.submissions[e]?.name ? ` (${any.problem.submissions[e].name})` : ''}`;
    let left = e;
    for (const course of any.problem.courses) {
      if (left < course.lectures) return course.id;
      left -= course.lectures;
    }
    return String(e);
  };
  const room = (r: number) => (any.form === 'csp' ? any.problem.rooms[r]! : any.problem.rooms[r]!.id);
  const events = [...new Set(proof.events.map(event))];
  const ids = events;
  switch (proof.is) {
    case 'nowhere':
      if (any.form === 'native') {
        const [first, ...more] = whyNowhere(any.problem, compiled!, proof.events[0]!);
        return { ...first!, words: [first!, ...more].map((r) => r.words).join('; ') };
      }
      return {
        rule: 'hours',
        ids,
        words: `${named(events)} has no place: no room or no time of this problem is long enough or open to it`,
      };
    case 'people':
      return {
        rule: 'absent',
        ids,
        words: `${named(events)} fits no hour at which all its people are there${any.form === 'native' ? ` (${named(proof.of.map((p) => any.problem.people[p]!.id))})` : ''}`,
      };
    case 'two':
      return { rule: 'clash', ids, words: `${named(events)} cannot both be placed: wherever one may stand, the other then has no place` };
    case 'rooms':
      return {
        rule: 'room',
        ids,
        words: `${named(events)} need ${proof.needed} steps and only fit ${named(proof.of.map(room))}, open for ${proof.there}`,
      };
    case 'class':
      return { rule: 'clash', ids, words: `${named(events)} needs ${proof.needed} periods of its own and may use ${proof.there}` };
    case 'person':
      return {
        rule: 'person',
        ids,
        words: `${any.form === 'native' ? any.problem.people[proof.of[0]!]!.id : 'a person'} is needed for ${proof.needed} steps by ${named(events)} and there for ${proof.there}`,
      };
    case 'circle':
      return { rule: 'relation', ids, words: `${named(events)} must each come before the next, and the last before the first` };
  }
}
