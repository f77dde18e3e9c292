import { loadHighs } from './highs.ts';
import type { Model } from './model.ts';
import { mayBeOnline, ofOneDelegate, ofTeams, slotsOf, some } from './prove.ts';

/** Largest time-indexed programme that is tried. */
const MOST_VARIABLES = 60_000;
/** Most meetings that are named as what cannot stand together. */
const MOST_NAMED = 30;

/**
 * Tries to prove by a time-indexed (integer) linear programme that not all wishes can be held: a variable per wish and slot, a row per
 * delegate and slot, tables per slot, windows of maxRun, perDay, limit, precedences. First as a linear programme that holds as many as it
 * can (its optimum below the number of wishes is a proof, and the rows with a price are the reason); then with whole numbers, within the
 * time left. With `mostBreaks`, that nobody may have more breaks belongs to the whole numbers: a variable per delegate and slot is 1 at least
 * where a stretch of meetings begins, and a delegate has at most `mostBreaks` stretches and one more for each day.
 * What whole numbers refute is made smaller as long as time is left: meetings without which the others still cannot be held are no part of
 * the reason (a deletion filter; Chinneck and Dravnieks, ORSA Journal on Computing 1991).
 * @param left seconds until which the reason may be made smaller.
 * @returns reasons, empty where nothing was proven.
 */
export async function proveByProgramme(m: Model, seconds: number, left: () => number, mostBreaks = Infinity): Promise<string[]> {
  if (m.wishes * m.slots > 20 * MOST_VARIABLES || m.instance.precedences.length > MOST_VARIABLES / 10) return [];
  const domains = slotsOf(m);
  let variables = 0;
  for (const domain of domains) variables += domain.length;
  if (variables > MOST_VARIABLES) return [];
  const name = (w: number, s: number) => `x${w}_${s}`;
  const rows: string[] = [];
  const what = new Map<string, string>();
  const add = (id: string, terms: string[], most: number, words: string) => {
    if (terms.length <= most && most >= 0 && !terms.some((x) => x.startsWith(' -'))) return;
    let text = ` ${id}:`;
    terms.forEach((term, i) => (text += (i % 20 === 19 ? '\n' : '') + term));
    rows.push(`${text} <= ${most}`);
    what.set(id, words);
  };
  const plus = (w: number, s: number) => ` + ${name(w, s)}`;
  for (const [d, wishes] of ofOneDelegate(m)) {
    const at: string[][] = Array.from({ length: m.slots }, () => []);
    for (const w of wishes) for (const s of domains[w]!) at[s]!.push(plus(w, s));
    for (let s = 0; s < m.slots; s++) add(`d${d}_${s}`, at[s]!, 1, `delegate ${d}`);
    if (m.maxRun < m.slots) {
      for (let s = 0; s + m.maxRun < m.slots; s++) {
        if (m.day[s] === m.day[s + m.maxRun]) add(`u${d}_${s}`, at.slice(s, s + m.maxRun + 1).flat(), m.maxRun, `delegate ${d}`);
      }
    }
    for (let s = 0; s < m.slots; s = m.dayEnd[s]!)
      if (m.perDay < m.slots) add(`p${d}_${s}`, at.slice(s, m.dayEnd[s]!).flat(), m.perDay, `delegate ${d}`);
  }
  for (let s = 0; s < m.slots; s++) {
    const terms: string[] = [];
    for (let w = 0; w < m.wishes; w++) if (!mayBeOnline(m, w) && domains[w]!.includes(s)) terms.push(plus(w, s));
    add(`t${s}`, terms, m.tables, `the ${m.tables} tables in slot ${s}`);
  }
  m.instance.precedences.forEach(([x, y], i) => {
    if (x >= m.wishes || y >= m.wishes) return;
    // What has y by slot s must have x before slot s.
    for (const s of domains[y]!) {
      const terms = domains[y]!.filter((q) => q <= s).map((q) => plus(y, q));
      for (const q of domains[x]!) if (q < s) terms.push(` - ${name(x, q)}`);
      add(`c${i}_${s}`, terms, 0, `wish ${x} before wish ${y}`);
    }
  });
  const extra: string[] = [];
  const begins: string[] = [];
  if (mostBreaks < m.slots) {
    // Where somebody may hold a meeting of a team as well, that could fill a break.
    const helping = ofTeams(m);
    for (const [d, wishes] of ofOneDelegate(m)) if (!helping[d]) addBreaks(d, wishes);
  }
  const sums = domains.map((domain, w) => domain.map((s) => plus(w, s)).join(''));
  const objective = sums.filter((x) => x).join('\n');
  const highs = await loadHighs();
  const all = Array.from(domains.keys());
  const text = (integer: boolean, held = all) =>
    [
      'Maximize',
      integer ? ` obj: 0 ${name(0, domains[0]?.[0] ?? 0)}` : ` obj:${objective}`,
      'Subject To',
      ...rows,
      ...(integer ? extra : []),
      ...held.map((w) => ` w${w}:${sums[w]} ${integer ? '=' : '<='} 1`),
      'Bounds',
      ...domains.flatMap((domain, w) => domain.map((s) => ` 0 <= ${name(w, s)} <= 1`)),
      ...(integer ? begins.map((x) => ` 0 <= ${x} <= 1`) : []),
      ...(integer ? ['General', ...domains.map((domain, w) => domain.map((s) => ` ${name(w, s)}`).join('\n'))] : []),
      'End',
      '',
    ].join('\n');
  const linear = highs.solve(text(false), { time_limit: seconds / 2 });
  if (linear.Status === 'Optimal' && linear.ObjectiveValue < m.wishes - 1e-5) {
    const involved = new Set<string>();
    for (const row of linear.Rows as { Name: string; Dual?: number }[])
      if (what.has(row.Name) && Math.abs(row.Dual ?? 0) > 1e-7) involved.add(what.get(row.Name)!);
    const names = [...involved];
    const out = m.wishes - Math.floor(linear.ObjectiveValue + 1e-5);
    return [
      `at least ${out} of the ${m.wishes} meetings cannot be held, whatever the plan (a linear programme proves it); these cannot stand together: ${names.slice(0, 15).join('; ')}${names.length > 15 ? ` and ${names.length - 15} more` : ''}`,
    ];
  }
  const integer = highs.solve(text(true), { time_limit: seconds / 2 });
  if (integer.Status !== 'Infeasible') return [];
  const fair = mostBreaks < m.slots ? ` with at most ${mostBreaks} breaks each` : '';
  const proven = `no plan holds all ${m.wishes} meetings${fair} (a complete search proves it)`;
  let core = all;
  for (let size = Math.ceil(core.length / 2); ; size = Math.ceil(size / 2)) {
    for (let i = 0; i < core.length && core.length > 1 && left() > 0.05;) {
      const rest = [...core.slice(0, i), ...core.slice(i + size)];
      const refuted = rest.length > 0 && highs.solve(text(true, rest), { time_limit: Math.min(left(), seconds) }).Status === 'Infeasible';
      if (refuted) core = rest;
      else i += size;
    }
    if (size <= 1 || left() <= 0.05) break;
  }
  if (core.length <= MOST_NAMED) return [`${proven}; already these cannot stand together: wishes ${core.join(', ')}`];
  const busiest = [...ofOneDelegate(m)].sort((x, y) => y[1].length - x[1].length).slice(0, 5);
  return [`${proven}; the fullest agendas are those of delegates ${some(busiest.map(([d]) => d))}`];

  function addBreaks(d: number, wishes: number[]): void {
    const at = (s: number) => wishes.filter((w) => domains[w]!.includes(s));
    const begun: string[] = [];
    for (let s = 0; s < m.slots; s++) {
      const here = at(s).map((w) => plus(w, s));
      if (here.length === 0) continue;
      // Slots in which one does not wait join what lies before and after them.
      let before = s - 1;
      const waited = (q: number) => m.waitingBefore[d * (m.slots + 1) + q + 1]! > m.waitingBefore[d * (m.slots + 1) + q]!;
      while (before >= m.dayStart[s]! && !waited(before)) before--;
      const earlier = before < m.dayStart[s]! ? [] : at(before).map((w) => ` - ${name(w, before)}`);
      begins.push(`b${d}_${s}`);
      begun.push(` + b${d}_${s}`);
      extra.push(` s${d}_${s}:${here.join('')}${earlier.join('')} - b${d}_${s} <= 0`);
    }
    if (begun.length > mostBreaks + m.days) extra.push(` f${d}:${begun.join('')} <= ${mostBreaks + m.days}`);
  }
}
