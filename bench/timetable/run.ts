/**
 * Prints the timetable engine's tables: cost at the start and after 5, 10, 20 and 60 seconds (medians over seeds), moves per second and lower
 * bounds, beside what is published. `node bench/timetable/run.ts [csp|ctt|sample …] [--only NAME,…] [--seeds 5] [--seconds 60] [--data FOLDER]`.
 * Seconds are those of the processor, so that other programs on the machine do not count against the search.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readProblem, type Form } from '../../src/engines/timetable/read.ts';
import { search } from '../../src/engines/timetable/search.ts';
import { boundsOf, compile, type AnyProblem } from '../../src/engines/timetable/solve.ts';
import { sampleEdition } from './sample.ts';

/** Conference instances: the library's hyper-heuristic (60 s), published integer programming (3,600 s), a plain annealer (60 s). */
const CSP: Record<string, string> = {
  N2OR: '1 · – · 1',
  GECCO19: '1110700 · 1000116 · 30',
  GECCO21: '10955 · 11130 · 10933',
  OR60F: '5745 · 433 · 25',
  ISF22: '347571 · – · 167',
};
/** Course instances: best known, then averages of Müller 2009, Lü and Hao 2009, Abdullah et al. 2010, Bellio et al. 2012 (5 minutes). */
const CTT: Record<string, string> = {
  comp01: '5 · 5.0 5.0 5.0 5.0',
  comp02: '24 · 61.3 60.6 53.9 53.0',
  comp05: '284 · 343.5 328.5 339.5 365.2',
  comp07: '6 · 33.9 28.2 20.2 23.8',
  comp12: '294 · 351.6 365.0 355.9 340.5',
  comp18: '61 · 91.7 82.6 85.8 80.8',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    seeds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '60' },
    data: { type: 'string', default: '../shared/data' },
  },
});
const seconds = Number(values.seconds);
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1);
const stops = [5, 10, 20, 60].filter((s) => s < seconds).concat(seconds);
const wanted = positionals.length > 0 ? positionals : ['csp', 'ctt', 'sample'];

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** Seconds for the bound. */
const PROVING = 20;
const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;

function measure(any: AnyProblem, seed: number): { start: number; first: number; at: number[]; rate: number } {
  const steps: { elapsed: number; cost: number }[] = [];
  const found = search(compile(any), {
    seconds,
    seed,
    now: processorTime,
    onProgress: ({ elapsed, cost, unplaced }) => unplaced === 0 && steps.push({ elapsed, cost }),
  });
  const at = stops.map((stop) => steps.findLast(({ elapsed }) => elapsed <= stop * 1000 + 50)?.cost ?? Infinity);
  at[at.length - 1] = found.unplaced === 0 ? found.cost : Infinity;
  return { start: found.startCost, first: steps[0]?.elapsed ?? Infinity, at, rate: (found.moves / found.elapsed) * 1000 };
}

async function table(title: string, problems: [string, AnyProblem][], published: Record<string, string>): Promise<void> {
  const only = values.only?.split(',');
  console.log(`\n${title}; medians of ${seeds.length} seeds, processor seconds`);
  console.log(['instance', 'feasible', 'start', ...stops.map((s) => `${s} s`), 'all', 'moves/s', 'bound', 'published'].join('\t'));
  for (const [name, any] of problems) {
    if (only && !only.includes(name)) continue;
    const runs = seeds.map((seed) => measure(any, seed));
    const last = runs.map((r) => r.at.at(-1)!);
    const least = Math.min(...last);
    const bounds = await boundsOf(any, PROVING, processorTime, least);
    console.log(
      [
        name,
        `${(median(runs.map((r) => r.first)) / 1000).toFixed(2)} s`,
        median(runs.map((r) => r.start)),
        ...stops.map((_, i) => median(runs.map((r) => r.at[i]!))),
        last.toSorted((a, b) => a - b).join(' '),
        `${(median(runs.map((r) => r.rate)) / 1e6).toFixed(2)} M`,
        bounds.total === least ? `${least} proved` : bounds.total,
        published[name] ?? '',
      ].join('\t'),
    );
  }
}

function load(form: Form, ending: string): [string, AnyProblem][] {
  const folder = resolve(values.data, form);
  if (!existsSync(folder)) {
    console.log(`${folder} is not here`);
    return [];
  }
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => {
      const read = readProblem(form, readFileSync(join(folder, file), 'utf8'));
      if (!read.ok) throw new Error(`${file}: ${read.errors[0]?.reason}`);
      return [basename(file, ending), read.value];
    });
}

if (wanted.includes('csp')) await table('Conferences (CSPLib)', load('csp', '.json'), CSP);
if (wanted.includes('ctt')) await table('Courses (ITC-2007, track 3)', load('ctt', '.ctt'), CTT);
if (wanted.includes('sample')) await table('Our sample edition', [['sample', { form: 'native', problem: sampleEdition() }]], {});
