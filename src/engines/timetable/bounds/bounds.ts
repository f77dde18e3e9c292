import type { CoreProblem } from '../core/problem.ts';
import { cellsBound, type View } from './cells.ts';
import { audienceBound, seriesBound } from './courses.ts';
import { loadHighs } from './highs.ts';
import { peopleBound, topicsBound } from './hours.ts';
import { placesBound } from './places.ts';

/** Lower bounds: no timetable that keeps the hard rules costs less. Each term's holds alone; `total` for their sum. */
export interface Bounds {
  total: number;
  places: number;
  series: number;
  audience: number;
  cells: number;
  topics: number;
  people: number;
}

/** Views of a conference for the whole of its cost, each seeing more and taking longer than the one before, and their shares of the time left. */
const VIEWS: readonly [View, number][] = [
  ['tracks', 0.3],
  ['all', 0.8],
];

/**
 * @param seconds for all of it, about.
 * @param below the cost of a timetable that keeps the hard rules, where one is known: a proof that there is none better makes `total` equal to it.
 */
export async function lowerBounds(core: CoreProblem, seconds: number, now: () => number, below = Infinity): Promise<Bounds> {
  const highs = await loadHighs();
  const started = now();
  const left = () => Math.max(0, seconds - (now() - started) / 1000);
  const isLate = () => left() <= 0;
  const places = placesBound(highs, core, core.roomCost, core.startCost, Math.min(5, seconds / 4));
  const series = seriesBound(core);
  const topics = topicsBound(core);
  const people = peopleBound(core);
  const both = core.audience && core.clash ? audienceBound(highs, core, Math.min(2, seconds / 4), left) : { audience: 0, together: series };
  let total = Math.min(below, places + both.together + topics + people);
  for (const [view, share] of core.cells ? VIEWS : []) {
    if (total >= below || isLate()) break;
    total = Math.max(total, cellsBound(highs, core, left() * share, view, below));
  }
  const cells = core.cells && !isLate() ? cellsBound(highs, core, left(), 'cells') : 0;
  return { total, places, series, audience: both.audience, cells, topics, people };
}
