import type { Instance, Plan } from './instance.ts';
import { compile } from './model.ts';

/** Each term of the objective alone, and what is wrong with the plan, if anything. */
export interface Score {
  feasible: boolean;
  /** What breaks a hard rule, in words; at most 20. */
  problems: string[];
  /** weight − shortfall·factor − idle·factor − tableChanges·factor. */
  value: number;
  weight: number;
  meetings: number;
  /** Sum over organisations of how far their share lies below the fair share. */
  shortfall: number;
  withoutMeeting: number;
  shareMin: number;
  shareMedian: number;
  /** Free slots that delegates wait between two meetings of a day. */
  idle: number;
  breaks: number;
  /** Most minus fewest breaks of a delegate who has meetings. */
  breakSpread: number;
  tableChanges: number;
  hallChanges: number;
}

/** Scores a whole plan from scratch: the check on everything that the search keeps up step by step. */
export function score(instance: Instance, plan: Plan): Score {
  const m = compile(instance);
  const problems: string[] = [];
  const say = (text: string) => void (problems.length < 20 && problems.push(text));
  const slotOf = new Map<number, number>();
  const atTable = new Set<number>();
  const agendas: { s: number; t: number }[][] = instance.delegates.map(() => []);
  const got = new Float64Array(m.organisations);
  const held = new Int32Array(m.organisations);
  let weight = 0;
  for (const [w, s, t, da, db] of plan.meetings) {
    const wish = instance.wishes[w]!;
    const [a, b, value, namedA = -1, namedB = -1] = wish;
    if (slotOf.has(w)) say(`wish ${w} is planned twice`);
    slotOf.set(w, s);
    if (m.orgOf[da] !== a || m.orgOf[db] !== b) say(`wish ${w}: delegates ${da} and ${db} are not of organisations ${a} and ${b}`);
    if ((namedA >= 0 && namedA !== da) || (namedB >= 0 && namedB !== db)) say(`wish ${w}: another delegate was named`);
    if (instance.allowed[w] && !instance.allowed[w]!.includes(s)) say(`wish ${w}: slot ${s} is not allowed`);
    const online = m.remote[da]! + m.remote[db]! > 0;
    if (online !== (t === -1)) say(`wish ${w}: ${online ? 'somebody takes part from afar, so it must be online' : 'it needs a table'}`);
    if (t >= 0) {
      if (atTable.has(t * m.slots + s)) say(`table ${t} has two meetings in slot ${s}`);
      atTable.add(t * m.slots + s);
      if (m.stand[t]! >= 0 && m.stand[t] !== a && m.stand[t] !== b) say(`wish ${w}: table ${t} is the stand of organisation ${m.stand[t]}`);
    }
    for (const d of [da, db]) {
      if (m.blocked[d * m.slots + s]!) say(`delegate ${d} is away or in a session in slot ${s}`);
      agendas[d]!.push({ s, t });
    }
    weight += value;
    for (const o of [a, b]) {
      got[o]! += value;
      held[o]!++;
    }
  }
  for (const [x, y] of instance.precedences) {
    if (slotOf.has(x) && slotOf.has(y) && slotOf.get(x)! >= slotOf.get(y)!) say(`wish ${x} must come before wish ${y}`);
  }

  let [idle, breaks, tableChanges, hallChanges, fewest, most] = [0, 0, 0, 0, Infinity, 0];
  agendas.forEach((agenda, d) => {
    agenda.sort((x, y) => x.s - y.s);
    if (agenda.length > (instance.delegates[d]!.limit ?? Infinity))
      say(`delegate ${d} has ${agenda.length} meetings, at most ${instance.delegates[d]!.limit}`);
    let [own, run, today] = [0, 0, 0];
    agenda.forEach(({ s, t }, i) => {
      const last = agenda[i - 1];
      const sameDay = last !== undefined && m.day[last.s] === m.day[s];
      if (last?.s === s) say(`delegate ${d} has two meetings in slot ${s}`);
      today = sameDay ? today + 1 : 1;
      run = sameDay && last.s === s - 1 ? run + 1 : 1;
      if (today > m.perDay) say(`delegate ${d} has more than ${m.perDay} meetings on one day`);
      if (run > m.maxRun) say(`delegate ${d} has more than ${m.maxRun} meetings without a pause`);
      if (!sameDay) return;
      let wait = 0;
      for (let q = last.s + 1; q < s; q++) if (instance.idleCountsAway || !m.blocked[d * m.slots + q]!) wait++;
      idle += wait;
      if (wait > 0) own++;
      if (t !== last.t) tableChanges++;
      if ((t < 0 ? -1 : m.hall[t]!) !== (last.t < 0 ? -1 : m.hall[last.t]!)) hallChanges++;
    });
    breaks += own;
    if (agenda.length > 0) {
      fewest = Math.min(fewest, own);
      most = Math.max(most, own);
    }
    const stops = [...agenda.filter((x) => x.t >= 0).map((x) => [x.s, m.hall[x.t]!]), ...instance.delegates[d]!.busy].sort(
      (x, y) => x[0]! - y[0]!,
    );
    for (let i = 1; i < stops.length; i++) {
      const [s, h] = stops[i - 1]! as [number, number];
      const [q, g] = stops[i]! as [number, number];
      if (m.day[s] === m.day[q] && q - s - 1 < instance.travel[h]![g]!)
        say(`delegate ${d} cannot walk from hall ${h} in slot ${s} to hall ${g} in slot ${q}`);
    }
  });

  const shares: number[] = [];
  let shortfall = 0;
  let withoutMeeting = 0;
  for (let o = 0; o < m.organisations; o++) {
    if (m.could[o] === 0) continue;
    shares.push(got[o]! / m.could[o]!);
    shortfall += Math.max(0, instance.fairShare - got[o]! / m.could[o]!);
    if (held[o] === 0) withoutMeeting++;
  }
  shares.sort((x, y) => x - y);
  const round = (x: number) => Math.round(x * 10000) / 10000;
  const p = instance.penalty;
  return {
    feasible: problems.length === 0,
    problems,
    value: round(weight - p.shortfall * shortfall - p.idle * idle - p.tableChange * tableChanges),
    weight,
    meetings: plan.meetings.length,
    shortfall: round(shortfall),
    withoutMeeting,
    shareMin: round(shares[0] ?? 0),
    shareMedian: round(shares[shares.length >> 1] ?? 0),
    idle,
    breaks,
    breakSpread: fewest === Infinity ? 0 : most - fewest,
    tableChanges,
    hallChanges,
  };
}
