import type { Delegate, Fault, Instance, Meeting, Penalty, Plan, Table, Wish } from './instance.ts';

/** The largest instance accepted: beyond it memory or time could not be promised, so the file is refused with the reason. */
export const LIMITS = {
  slots: 1000,
  halls: 30,
  organisations: 100_000,
  delegates: 100_000,
  tables: 20_000,
  wishes: 500_000,
  cells: 20_000_000,
  /** Steps of walking from sessions: sessions × slots that the longest walk reaches. */
  walks: 200_000_000,
} as const;

const MOST_FAULTS = 20;
type Read<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };
type Box = Record<string, unknown>;

/** Collects what is wrong, each with its path, up to a number that somebody can still read. */
class Reader {
  readonly faults: Fault[] = [];

  fault(path: string, reason: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ path, reason });
  }
  full(): boolean {
    return this.faults.length >= MOST_FAULTS;
  }
  whole(x: unknown, path: string, least: number, most: number): number {
    if (typeof x === 'number' && Number.isInteger(x) && x >= least && x <= most) return x;
    this.fault(
      path,
      most < least ? `names ${shown(x)}, but there are none` : `must be a whole number from ${least} to ${most}, not ${shown(x)}`,
    );
    return least;
  }
  number(x: unknown, path: string, least: number, most: number): number {
    if (typeof x === 'number' && x >= least && x <= most) return x;
    this.fault(path, `must be a number from ${least} to ${most}, not ${shown(x)}`);
    return least;
  }
  list(x: unknown, path: string, most: number): unknown[] {
    if (!Array.isArray(x)) this.fault(path, `must be a list, not ${shown(x)}`);
    else if (x.length > most) this.fault(path, `has ${x.length} entries; at most ${most} are accepted`);
    else return x;
    return [];
  }
  box(x: unknown, path: string): Box {
    if (typeof x === 'object' && x !== null && !Array.isArray(x)) return x as Box;
    this.fault(path, `must be an object, not ${shown(x)}`);
    return {};
  }
  each<T>(list: unknown[], path: string, read: (x: unknown, path: string, index: number) => T): T[] {
    const out: T[] = [];
    for (let i = 0; i < list.length && !this.full(); i++) out.push(read(list[i], `${path}[${i}]`, i));
    return out;
  }
}

const shown = (x: unknown): string => {
  if (Array.isArray(x)) return 'a list';
  if (typeof x === 'object' && x !== null) return 'an object';
  const text = x === undefined ? 'nothing' : JSON.stringify(x);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/** Reads an instance from parsed JSON. Every fault names its place; nothing is guessed except what the form leaves optional. */
export function readInstance(json: unknown): Read<Instance> {
  const r = new Reader();
  const top = r.box(json, '(the file)');
  if (r.faults.length) return { ok: false, faults: r.faults };
  const slots = r.whole(top['slots'], 'slots', 0, LIMITS.slots);
  const halls = r.whole(top['halls'] ?? 1, 'halls', 1, LIMITS.halls);
  const organisations = r.whole(top['organisations'], 'organisations', 0, LIMITS.organisations);
  const slot = (x: unknown, path: string) => r.whole(x, path, 0, slots - 1);
  const org = (x: unknown, path: string) => r.whole(x, path, 0, organisations - 1);

  const dayOf = r.each(r.list(top['dayOf'] ?? Array(slots).fill(0), 'dayOf', LIMITS.slots), 'dayOf', (x, path) =>
    r.whole(x, path, 0, LIMITS.slots),
  );
  if (dayOf.length !== slots && !r.full()) r.fault('dayOf', `names ${dayOf.length} slots, but there are ${slots}`);
  for (let s = 1; s < dayOf.length; s++)
    if (dayOf[s]! < dayOf[s - 1]!) r.fault(`dayOf[${s}]`, 'a later slot must not lie on an earlier day');

  const travel = readTravel(r, top['travel'], halls, slots);
  const delegates = r.each(r.list(top['delegates'], 'delegates', LIMITS.delegates), 'delegates', (x, path): Delegate => {
    const one = r.box(x, path);
    const limit = one['limit'] ?? undefined;
    return {
      org: org(one['org'], `${path}.org`),
      remote: flag(r, one['remote'], `${path}.remote`),
      ...(limit === undefined ? {} : { limit: r.whole(limit, `${path}.limit`, 0, 1e9) }),
      away: r.each(r.list(one['away'] ?? [], `${path}.away`, 2 * LIMITS.slots), `${path}.away`, slot),
      busy: r.each(r.list(one['busy'] ?? [], `${path}.busy`, 2 * LIMITS.slots), `${path}.busy`, (pair, at) => {
        const [s, h] = r.list(pair, at, 2);
        return [slot(s, `${at}[0]`), r.whole(h, `${at}[1]`, 0, halls - 1)] as [number, number];
      }),
    };
  });
  const tables = r.each(r.list(top['tables'], 'tables', LIMITS.tables), 'tables', (x, path): Table => {
    const one = r.box(x, path);
    const stand = one['stand'] ?? null;
    return { hall: r.whole(one['hall'] ?? 0, `${path}.hall`, 0, halls - 1), stand: stand === null ? null : org(stand, `${path}.stand`) };
  });
  const readWish = (x: unknown, path: string): Wish => {
    const [a, b, weight, namedA = -1, namedB = -1] = r.list(x, path, 5);
    const one = [org(a, `${path}[0]`), org(b, `${path}[1]`), r.number(weight, `${path}[2]`, 0, 1e6), 0, 0] as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (a === b) r.fault(path, 'an organisation does not meet itself');
    for (const [side, named] of [namedA, namedB].entries()) {
      const d = (one[3 + side] = r.whole(named, `${path}[${3 + side}]`, -1, delegates.length - 1));
      if (d >= 0 && delegates[d]!.org !== one[side])
        r.fault(`${path}[${3 + side}]`, `delegate ${d} is of organisation ${delegates[d]!.org}, not ${one[side]}`);
    }
    return one;
  };
  const wishes = r.each(r.list(top['wishes'], 'wishes', LIMITS.wishes), 'wishes', readWish);
  const change = r.box(top['update'] ?? {}, 'update');
  const update = {
    absent: r.each(r.list(change['absent'] ?? [], 'update.absent', LIMITS.delegates), 'update.absent', (x, path) =>
      r.whole(x, path, 0, delegates.length - 1),
    ),
    refused: r.each(r.list(change['refused'] ?? [], 'update.refused', LIMITS.wishes), 'update.refused', (x, path) =>
      r.whole(x, path, 0, wishes.length - 1),
    ),
    wishes: r.each(r.list(change['wishes'] ?? [], 'update.wishes', LIMITS.wishes), 'update.wishes', readWish),
  };
  const all = wishes.length + update.wishes.length;
  if (all > LIMITS.wishes) r.fault('update.wishes', `makes ${all} wishes with those before; at most ${LIMITS.wishes} are accepted`);
  const allowed = r.each(r.list(top['allowed'] ?? [], 'allowed', LIMITS.wishes), 'allowed', (x, path) =>
    x === null ? null : r.each(r.list(x, path, 2 * LIMITS.slots), path, slot),
  );
  if (allowed.length > all) r.fault('allowed', `names the slots of ${allowed.length} wishes, but there are ${all}`);
  const precedences = r.each(r.list(top['precedences'] ?? [], 'precedences', LIMITS.wishes), 'precedences', (x, path) => {
    const [before, after] = r.list(x, path, 2);
    return [r.whole(before, `${path}[0]`, 0, all - 1), r.whole(after, `${path}[1]`, 0, all - 1)] as [number, number];
  });
  const minima = r.each(r.list(top['minima'] ?? [], 'minima', LIMITS.organisations), 'minima', (x, path) => {
    const [organisation, meetings] = r.list(x, path, 2);
    return [org(organisation, `${path}[0]`), r.whole(meetings, `${path}[1]`, 0, 1e6)] as [number, number];
  });
  if ((delegates.length + tables.length) * slots > LIMITS.cells) r.fault('slots', `(delegates + tables) × slots is above ${LIMITS.cells}`);
  const reach = Math.max(0, ...travel.flat());
  const sessions = delegates.reduce((sum, delegate) => sum + delegate.busy.length, 0);
  if (sessions * (2 * reach + 1) > LIMITS.walks)
    r.fault('travel', `walks of up to ${reach} slots around ${sessions} sessions are more than can be kept in time`);
  if (r.faults.length) return { ok: false, faults: r.faults };
  const even = wishes.every((wish) => wish[2] === wishes[0]![2]);
  const smallEvent =
    top['idleCountsAway'] !== undefined ||
    precedences.length > 0 ||
    allowed.some((x) => x !== null) ||
    (!top['penalty'] && even && wishes.length > 0);
  return {
    ok: true,
    value: {
      name: typeof top['name'] === 'string' ? top['name'].slice(0, 200) : '',
      slots,
      dayOf,
      halls,
      travel,
      perDay: r.whole(top['perDay'] ?? 1e9, 'perDay', 0, 1e9),
      maxRun: r.whole(top['maxRun'] ?? 1e9, 'maxRun', 0, 1e9),
      fairShare: r.number(top['fairShare'] ?? 0, 'fairShare', 0, 1),
      penalty: readPenalty(r, top['penalty']),
      organisations,
      delegates,
      tables,
      wishes,
      allowed,
      precedences,
      idleCountsAway: flag(r, top['idleCountsAway'], 'idleCountsAway'),
      minima,
      holdAll: top['holdAll'] === undefined ? smallEvent : flag(r, top['holdAll'], 'holdAll'),
      update,
    },
    ...(r.faults.length ? { ok: false as const, faults: r.faults } : {}),
  } as Read<Instance>;
}

function flag(r: Reader, x: unknown, path: string): boolean {
  if (x !== undefined && typeof x !== 'boolean') r.fault(path, `must be true or false, not ${shown(x)}`);
  return x === true;
}

function readPenalty(r: Reader, x: unknown): Penalty {
  if (x === undefined || x === null) return { shortfall: 0, idle: 0, tableChange: 0 };
  const one = r.box(x, 'penalty');
  const factor = (name: string) => r.number(one[name] ?? 0, `penalty.${name}`, 0, 1e6);
  return { shortfall: factor('shortfall'), idle: factor('idle'), tableChange: factor('tableChange') };
}

function readTravel(r: Reader, x: unknown, halls: number, slots: number): number[][] {
  if (x === undefined) return Array.from({ length: halls }, () => Array<number>(halls).fill(0));
  const rows = r.each(r.list(x, 'travel', LIMITS.halls), 'travel', (row, path) =>
    r.each(r.list(row, path, LIMITS.halls), path, (free, at) => r.whole(free, at, 0, 1e9)).map((free) => Math.min(free, slots)),
  );
  if ((rows.length < halls || rows.slice(0, halls).some((row) => row.length < halls)) && !r.full())
    r.fault('travel', `must be ${halls} rows of ${halls} numbers`);
  return rows;
}

/** Reads a plan for `instance` (a plan of before its update where one is re-planned). Rules of feasibility are the judge's: see `score.ts`. */
export function readPlan(json: unknown, instance: Instance): Read<Plan> {
  const r = new Reader();
  const list = r.list(r.box(json, '(the plan)')['meetings'], 'meetings', LIMITS.wishes);
  const meetings = r.each(list, 'meetings', (x, path): Meeting => {
    const [w, s, t, da, db] = r.list(x, path, 5);
    return [
      r.whole(w, `${path}[0]`, 0, instance.wishes.length - 1),
      r.whole(s, `${path}[1]`, 0, instance.slots - 1),
      r.whole(t, `${path}[2]`, -1, instance.tables.length - 1),
      r.whole(da, `${path}[3]`, 0, instance.delegates.length - 1),
      r.whole(db, `${path}[4]`, 0, instance.delegates.length - 1),
    ];
  });
  return r.faults.length ? { ok: false, faults: r.faults } : { ok: true, value: { meetings } };
}
