import { makeSmallEvent, type SmallEvent, spoil, spoilings } from '../../src/engines/meetings/sample.ts';
import { print, read, run } from './run.ts';

/** Participants, meetings, slots, tables: the sizes of the literature's originals (a long day with few tables, a short one that is nearly full). */
const SIZES = [
  [42, 125, 8, 21],
  [47, 180, 10, 21],
  [70, 154, 21, 14],
  [60, 217, 20, 13],
  [78, 302, 22, 22],
] as const;

/** How the events of a size differ: nothing beside the meetings; people who are not always there; halves of the day; order; and all of it. */
const KINDS: Record<string, Omit<SmallEvent, 'participants' | 'meetings' | 'slots' | 'tables'>> = {
  plain: { away: 0, precedences: 0, halves: 0 },
  absences: { away: 0.25, precedences: 0, halves: 0 },
  halves: { away: 0.1, precedences: 0, halves: 0.4 },
  everything: { away: 0.2, precedences: 12, halves: 0.3, fixed: 5 },
};

function* events(): Generator<{ size: SmallEvent; kind: string; seed: number }> {
  let seed = 1;
  for (const [participants, meetings, slots, tables] of SIZES)
    for (const [kind, more] of Object.entries(KINDS))
      yield { size: { participants, meetings, slots, tables, ...more }, kind, seed: seed++ };
}

/** Made-up events of the literature's sizes, all of which can be held: when all meetings are in, and the breaks beside how few there can be. */
export async function printEvents(seconds: number, seed: number): Promise<void> {
  const rows = [['small event (sample)', 'kind', 'held', 'all held after (s)', 'breaks', 'no plan has fewer', 'spread', 'seconds', '']];
  for (const event of events()) {
    const file = makeSmallEvent(event.size, event.seed);
    const { result, news } = await run(read(file), { seed, budget: { seconds } });
    const { participants, slots, tables } = event.size;
    const name = `${participants} people, ${slots} slots, ${tables} tables`;
    if (result.is === 'impossible')
      rows.push([name, event.kind, 'infeasible', '', '', '', '', result.seconds.toFixed(1), result.reasons[0]!]);
    else {
      const { meetings, breaks, breakSpread } = result.score;
      const whole = news.find((x) => x.meetings === file.wishes.length);
      rows.push([
        name,
        event.kind,
        `${meetings} of ${file.wishes.length}`,
        whole ? whole.seconds.toFixed(1) : result.seconds.toFixed(1),
        `${breaks}`,
        `${result.leastBreaks}${result.leastBreaks === breaks ? ' proven' : ''}`,
        `${breakSpread}`,
        result.seconds.toFixed(1),
        result.missing[0] ?? '',
      ]);
    }
    print([rows.at(-1)!]);
  }
  print(rows);
}

/** The same events, each with one thing in it that no plan can satisfy: whether it is named, and how soon. */
export async function printSpoilt(seconds: number, seed: number): Promise<void> {
  const rows = [['what cannot be', 'named', 'slowest (s)', 'for example']];
  for (const how of spoilings) {
    let named = 0;
    let all = 0;
    let slowest = 0;
    let example = '';
    for (const event of events()) {
      const file = spoil(makeSmallEvent(event.size, event.seed), how, event.seed);
      const { result } = await run(read(file), { seed, budget: { seconds } });
      all++;
      slowest = Math.max(slowest, result.seconds);
      if (result.is === 'impossible') named++;
      else process.stdout.write(`not named: ${how}, ${event.kind}, event ${event.seed}\n`);
      if (result.is === 'impossible') example = result.reasons[0]!;
    }
    rows.push([how, `${named} of ${all}`, slowest.toFixed(1), example.slice(0, 140)]);
  }
  print(rows);
}
