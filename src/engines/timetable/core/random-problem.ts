import { Random } from '../../random.ts';
import { rowsOf, runs, type CoreProblem } from './problem.ts';

/** A small problem drawn from a seed, with any mixture of sections: for tests. */
export function problemFrom(seed: number, sections: boolean[]): CoreProblem {
  const random = new Random(seed);
  const days = 1 + random.below(3);
  const perDay = 2 + random.below(4);
  const ticks = days * perDay;
  const rooms = 1 + random.below(4);
  const events = 1 + random.below(9);
  const [clash, people, relations, cells, series, audience, pairs, order, topics] = sections as [
    boolean,
    boolean,
    boolean,
    boolean,
    boolean,
    boolean,
    boolean,
    boolean,
    boolean,
  ];
  const list = <T>(n: number, of: (i: number) => T) => Array.from({ length: n }, (_, i) => of(i));
  const ints = (n: number, below: number) => Int32Array.from(list(n, () => random.below(below)));
  const bytes = (n: number, share: number) => Uint8Array.from(list(n, () => (random.below(100) < share ? 1 : 0)));
  const subset = (n: number) => list(n, (i) => i).filter(() => random.below(2) === 0);
  const day = Int32Array.from(list(ticks, (t) => Math.floor(t / perDay)));
  const length = audience ? new Int32Array(events).fill(1) : Int32Array.from(list(events, () => 1 + random.below(Math.min(3, perDay))));
  const classes = 1 + random.below(4);
  const classOf = ints(events, classes);
  const audienceOf = list(classes, () => subset(2));
  const conflict = new Uint8Array(classes * classes);
  for (let a = 0; a < classes; a++)
    for (let b = 0; b <= a; b++)
      conflict[a * classes + b] = conflict[b * classes + a] =
        random.below(2) || (audience && (a === b || audienceOf[a]!.some((q) => audienceOf[b]!.includes(q)))) ? 1 : 0;
  const tracks = 1 + random.below(3);
  const tied: { f: number; session: number; tick: number }[][] = list(events, () => []);
  for (let e = 0; e < events; e++)
    for (let f = 0; f < e; f++)
      if (random.below(3) === 0) {
        const [session, tick] = [random.below(5), random.below(5)];
        tied[e]!.push({ f, session, tick });
        tied[f]!.push({ f: e, session, tick });
      }
  const links =
    events > 1 ? list(random.below(4), () => ({ a: random.below(events), b: random.below(events) })).filter(({ a, b }) => a !== b) : [];
  let part = 0;
  const partsOf = list(events, (e) => list(length[e]!, () => part++));
  const persons = 3;
  const venues = 2;
  return {
    ticks,
    day,
    days,
    rooms,
    events,
    length,
    roomAllowed: bytes(events * rooms, 90),
    startAllowed: Uint8Array.from(
      list(events * ticks, (i) => {
        const e = Math.floor(i / ticks);
        const last = (i % ticks) + length[e]! - 1;
        return last < ticks && day[last] === day[i % ticks] && random.below(10) > 0 ? 1 : 0;
      }),
    ),
    open: runs(rooms, ticks, day, () => random.below(12) > 0),
    roomCost: ints(events * rooms, 4),
    startCost: ints(events * ticks, 4),
    ...((clash || audience) && { clash: { classes, classOf, conflict } }),
    ...(people && {
      people: {
        people: persons,
        isRemote: bytes(persons, 30),
        venues,
        venueOf: ints(rooms, venues),
        travel: Int32Array.of(0, 1, 1, 0),
        farthest: 1,
        parts: part,
        partsOf: rowsOf(partsOf),
        partLength: new Int32Array(part).fill(1),
        peopleOf: rowsOf(list(part, () => subset(persons).slice(0, 1))),
        loose: bytes(events, 60),
        present: bytes(persons * ticks, 92),
        hourCost: ints(persons * ticks, 3),
      },
    }),
    ...(relations && {
      relations: {
        kind: ints(links.length, 5),
        a: Int32Array.from(links, (l) => l.a),
        b: Int32Array.from(links, (l) => l.b),
        gap: ints(links.length, 2),
        cost: Int32Array.from(links, () => random.below(4) - 1),
        of: rowsOf(list(events, (e) => list(links.length, (i) => i).filter((i) => links[i]!.a === e || links[i]!.b === e))),
      },
    }),
    ...(cells && {
      optional: Uint8Array.from(list(events, (e) => (e > 4 && length[e] === 1 && !series ? 1 : 0))),
      cells: {
        tracks,
        trackOf: ints(events, tracks),
        trackDay: ints(tracks * days, 5),
        trackRoom: ints(tracks * rooms, 5),
        dayRoom: ints(days * rooms, 5),
        beside: ints(tracks * tracks, 3).map((v, i) => (Math.floor(i / tracks) === i % tracks ? 0 : v)),
        roomsPerTrack: random.below(4),
        parallel: random.below(4),
        gap: random.below(4),
      },
    }),
    ...(series && { series: { count: 3, seriesOf: ints(events, 4).map((c) => c - 1), minDays: ints(3, 4), dayCost: 5, roomCost: 1 } }),
    ...(audience && { audience: { count: 2, of: rowsOf(list(events, (e) => audienceOf[classOf[e]!]!)), cost: 2 } }),
    ...(pairs && {
      pairs: {
        of: rowsOf(tied.map((row) => row.map((x) => x.f))),
        sessionCost: Int32Array.from(tied.flat(), (x) => x.session),
        tickCost: Int32Array.from(tied.flat(), (x) => x.tick),
      },
    }),
    ...(order && { order: { groups: 2, groupOf: ints(events, 3).map((g) => g - 1), rank: ints(events, 4), cost: 3 } }),
    ...(topics && { topics: { count: 2, of: rowsOf(list(events, () => subset(2))), cost: Int32Array.of(3, 1) } }),
  };
}
