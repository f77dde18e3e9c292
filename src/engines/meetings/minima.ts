import { mostMeetings } from './capacity.ts';
import { loadHighs } from './highs.ts';
import { grouped, type Model } from './model.ts';
import { mayBeOnline, some } from './prove.ts';

/** Largest programme in time that is tried for the sold minima, and the largest network for one organisation. */
const MOST_VARIABLES = 60_000;
const MOST_CELLS = 2_000_000;
/** Pairs of delegates × slots beyond which nothing is looked for: it would take more time than there is. */
const MOST_PAIRS = 50_000_000;
const MOST_REASONS = 20;

/**
 * Why the minima sold to organisations cannot all be kept, or an empty list where that is not shown. First each organisation alone: a maximum
 * flow (Ford and Fulkerson, Canadian Journal of Mathematics 1956) from its wishes through the slots of its delegates, at most `perDay` and
 * `limit` of each. Then all together: a programme in time (a variable per wish and slot; each team at most as many meetings in a slot as it
 * has delegates free, tables per slot) that falls short of the minima as little as it can; where even that falls short, every plan does. As a
 * linear programme, then in whole numbers within the time left. What walks and runs forbid is left out of both.
 */
export async function whyMinimaFail(m: Model, seconds: number): Promise<string[]> {
  const sold = Array.from(m.minimum.keys()).filter((o) => m.minimum[o]! > 0);
  let work = 0;
  for (let w = 0; w < m.wishes; w++)
    if (m.minimum[m.wishA[w]!]! + m.minimum[m.wishB[w]!]! > 0) work += (m.endA[w]! - m.startA[w]!) * (m.endB[w]! - m.startB[w]!) * m.slots;
  if (work > MOST_PAIRS) return [];
  const places = placesOf(m, sold);
  const wishesOf = new Map<number, number[]>(sold.map((o) => [o, []]));
  for (const w of places.keys()) for (const o of [m.wishA[w]!, m.wishB[w]!]) wishesOf.get(o)?.push(w);
  const teams = grouped(m.orgOf, m.organisations);
  const alone: string[] = [];
  for (const o of sold) {
    const why = whyAlone(m, o, wishesOf.get(o)!, teams.list.subarray(teams.start[o]!, teams.start[o + 1]!), places);
    if (why !== null) alone.push(why);
    if (alone.length === MOST_REASONS) break;
  }
  return alone.length > 0 ? alone : whyTogether(m, sold, wishesOf, places, seconds);
}

/** For each wish of an organisation that was sold a minimum, the slots in which it could be held were nothing else planned. */
function placesOf(m: Model, sold: number[]): Map<number, number[]> {
  const isSold = new Uint8Array(m.organisations);
  for (const o of sold) isSold[o] = 1;
  const places = new Map<number, number[]>();
  let hallsOfShared = 0;
  for (const t of m.sharedList) hallsOfShared |= 1 << m.hall[t]!;
  const hallsOf = (o: number) => {
    let halls = 0;
    for (let i = m.standStart[o]!; i < m.standStart[o + 1]!; i++) halls |= 1 << m.hall[m.standList[i]!]!;
    return halls;
  };
  for (let w = 0; w < m.wishes; w++) {
    if (!isSold[m.wishA[w]!] && !isSold[m.wishB[w]!]) continue;
    const halls = hallsOfShared | hallsOf(m.wishA[w]!) | hallsOf(m.wishB[w]!);
    const found: number[] = [];
    for (let s = 0; s < m.slots; s++) if (pairFor(m, w, s, halls)) found.push(s);
    places.set(w, found);
  }
  return places;
}

/** Whether some pair of delegates could hold wish w in slot s, at a table in one of `halls` or online. */
function pairFor(m: Model, w: number, s: number, halls: number): boolean {
  const word = s >> 5;
  const bit = 1 << (s & 31);
  if (m.allowed && !(m.allowed[w * m.words + word]! & bit)) return false;
  const free = (d: number) => (m.available[d * m.words + word]! & bit) !== 0 && m.limit[d]! > 0;
  for (let i = m.startA[w]!; i < m.endA[w]!; i++) {
    const da = m.candidates[i]!;
    if (!free(da)) continue;
    for (let j = m.startB[w]!; j < m.endB[w]!; j++) {
      const db = m.candidates[j]!;
      if (da === db || !free(db)) continue;
      if (m.remote[da]! || m.remote[db]!) return true;
      if (halls & m.sessionHalls[da * m.slots + s]! & m.sessionHalls[db * m.slots + s]!) return true;
    }
  }
  return false;
}

/** Why organisation o cannot have its minimum even were nobody else there, or null. */
function whyAlone(m: Model, o: number, wishes: number[], team: Int32Array, places: Map<number, number[]>): string | null {
  const minimum = m.minimum[o]!;
  const was = `organisation ${o} was sold ${minimum} meetings`;
  if (wishes.length < minimum) return `${was}, but has only ${wishes.length} wishes`;
  const time = team.reduce((sum, d) => sum + mostMeetings(m, d), 0);
  if (time < minimum) return `${was}, but its delegates have time for ${time}`;
  const without = wishes.filter((w) => places.get(w)!.length === 0);
  const none = without.length > 0 ? ` (wishes ${some(without)} have no slot in which both sides are free)` : '';
  if (wishes.length - without.length < minimum)
    return `${was}, but only ${wishes.length - without.length} of its wishes have a slot in which both sides are free${none}`;
  if (wishes.length * team.length * m.slots > MOST_CELLS) return null;
  const most = flow(m, o, wishes, team, places, minimum);
  return most < minimum ? `${was}, but even alone could hold ${most}: too many of its wishes share too few slots${none}` : null;
}

/** The most wishes of o that its delegates can hold in different slots, by perDay and limit; it stops at `enough`. */
function flow(m: Model, o: number, wishes: number[], team: Int32Array, places: Map<number, number[]>, enough: number): number {
  // Source, wishes, then of each delegate its slots, its days and itself, sink.
  const source = 0;
  const ofDelegate = (i: number) => 1 + wishes.length + i * (m.slots + m.days + 1);
  const sink = ofDelegate(team.length);
  const network = new Network(sink + 1);
  const place = new Map(Array.from(team, (d, i) => [d, ofDelegate(i)]));
  wishes.forEach((w, i) => {
    network.join(source, 1 + i, 1);
    const [from, to] = m.wishA[w] === o ? [m.startA[w]!, m.endA[w]!] : [m.startB[w]!, m.endB[w]!];
    for (const d of m.candidates.subarray(from, to))
      for (const s of places.get(w)!) if (!m.blocked[d * m.slots + s]!) network.join(1 + i, place.get(d)! + s, 1);
  });
  for (const d of team) {
    const first = place.get(d)!;
    for (let s = 0; s < m.slots; s++) network.join(first + s, first + m.slots + m.day[s]!, 1);
    for (let k = 0; k < m.days; k++) network.join(first + m.slots + k, first + m.slots + m.days, m.perDay);
    network.join(first + m.slots + m.days, sink, m.limit[d]!);
  }
  let held = 0;
  while (held < enough && network.push(source, sink)) held++;
  return held;
}

/** A network of whole capacities, to be filled by one unit after another along shortest ways (Edmonds and Karp, Journal of the ACM 1972). */
class Network {
  /** Arcs by the node they leave; an arc's partner, which takes its flow back, is its number with the last bit changed. */
  readonly #out: number[][];
  readonly #to: number[] = [];
  readonly #left: number[] = [];

  constructor(nodes: number) {
    this.#out = Array.from({ length: nodes }, () => []);
  }

  join(from: number, to: number, most: number): void {
    this.#out[from]!.push(this.#to.length);
    this.#to.push(to);
    this.#left.push(most);
    this.#out[to]!.push(this.#to.length);
    this.#to.push(from);
    this.#left.push(0);
  }

  /** Sends one more unit from source to sink; false where none can be sent. */
  push(source: number, sink: number): boolean {
    const by = new Int32Array(this.#out.length).fill(-1);
    const queue = [source];
    by[source] = -2;
    for (const node of queue) {
      if (by[sink]! >= 0) break;
      for (const arc of this.#out[node]!) {
        const next = this.#to[arc]!;
        if (this.#left[arc]! <= 0 || by[next] !== -1) continue;
        by[next] = arc;
        queue.push(next);
      }
    }
    if (by[sink] === -1) return false;
    for (let node = sink; node !== source; node = this.#to[by[node]! ^ 1]!) {
      this.#left[by[node]!]!--;
      this.#left[by[node]! ^ 1]!++;
    }
    return true;
  }
}

/** Why the minima cannot be kept together: how far every plan falls short of them, and what they would all need. */
async function whyTogether(
  m: Model,
  sold: number[],
  wishesOf: Map<number, number[]>,
  places: Map<number, number[]>,
  seconds: number,
): Promise<string[]> {
  let variables = 0;
  for (const slots of places.values()) variables += slots.length;
  if (variables > MOST_VARIABLES || variables === 0) return [];
  const what = new Map<string, string>();
  const rows: string[] = [];
  const terms = new Map<string, string[]>();
  const most = new Map<string, number>();
  const use = (id: string, words: string, capacity: number, term: string) => {
    if (!terms.has(id)) {
      terms.set(id, []);
      what.set(id, words);
      most.set(id, capacity);
    }
    terms.get(id)!.push(term);
  };
  const free = new Int32Array(m.organisations * m.slots);
  const time = new Int32Array(m.organisations);
  const team = new Int32Array(m.organisations);
  for (let d = 0; d < m.delegates; d++) {
    time[m.orgOf[d]!]! += mostMeetings(m, d);
    team[m.orgOf[d]!]!++;
    for (let s = 0; s < m.slots; s++) if (!m.blocked[d * m.slots + s]!) free[m.orgOf[d]! * m.slots + s]!++;
  }
  for (const [w, slots] of places) {
    const sides = [
      [m.wishA[w]!, m.startA[w]!, m.endA[w]!],
      [m.wishB[w]!, m.startB[w]!, m.endB[w]!],
    ] as const;
    for (const s of slots) {
      const x = ` + x${w}_${s}`;
      use(`w${w}`, '', 1, x);
      for (const [o, from, to] of sides) {
        use(`o${o}_${s}`, `the time of organisation ${o}`, free[o * m.slots + s]!, x);
        use(`a${o}`, `the time of organisation ${o}`, time[o]!, x);
        if (to - from === 1 && team[o]! > 1) use(`d${m.candidates[from]!}_${s}`, `the time of delegate ${m.candidates[from]!}`, 1, x);
      }
      if (!mayBeOnline(m, w)) use(`t${s}`, `the tables in slot ${s}`, m.tables, x);
    }
  }
  for (const [id, list] of terms) if (list.length > most.get(id)!) rows.push(` ${id}:${wrapped(list)} <= ${most.get(id)}`);
  for (const o of sold) {
    const list = [` + z${o}`];
    for (const w of wishesOf.get(o)!) for (const s of places.get(w)!) list.push(` + x${w}_${s}`);
    rows.push(` m${o}:${wrapped(list)} >= ${m.minimum[o]}`);
    what.set(`m${o}`, `organisation ${o}`);
  }
  const names = [...places].flatMap(([w, slots]) => slots.map((s) => `x${w}_${s}`));
  const text = (integer: boolean) =>
    [
      'Minimize',
      ` obj:${wrapped(sold.map((o) => ` + z${o}`))}`,
      'Subject To',
      ...rows,
      'Bounds',
      ...names.map((x) => ` 0 <= ${x} <= 1`),
      ...(integer ? ['General', ...names.map((x) => ` ${x}`)] : []),
      'End',
      '',
    ].join('\n');
  const highs = await loadHighs();
  const linear = highs.solve(text(false), { time_limit: seconds / 2 });
  if (linear.Status !== 'Optimal') return [];
  if (linear.ObjectiveValue > 1e-5) {
    const involved = { minima: new Set<string>(), needs: new Set<string>() };
    for (const row of linear.Rows as { Name: string; Dual?: number }[]) {
      const words = what.get(row.Name);
      if (words && Math.abs(row.Dual ?? 0) > 1e-7) (row.Name.startsWith('m') ? involved.minima : involved.needs).add(words);
    }
    return [
      `at least ${Math.ceil(linear.ObjectiveValue - 1e-5)} of the meetings sold cannot be held, whatever the plan (a linear programme proves it); these minima cannot stand together: ${list(involved.minima)}; they all need ${list(involved.needs)}`,
    ];
  }
  const integer = highs.solve(text(true), { time_limit: seconds / 2 });
  return integer.Status === 'Optimal' && integer.ObjectiveValue > 0.5
    ? [
        `at least ${Math.round(integer.ObjectiveValue)} of the meetings sold cannot be held, whatever the plan (a complete search proves it)`,
      ]
    : [];
}

const list = (words: Set<string>): string => {
  const all = [...words];
  return `${all.slice(0, 10).join(', ')}${all.length > 10 ? ` and ${all.length - 10} more` : ''}`;
};

const wrapped = (terms: string[]): string => {
  let text = '';
  terms.forEach((term, i) => (text += (i % 20 === 19 ? '\n' : '') + term));
  return text;
};
