/**
 * The clashes of an edition's schedule. `openClashes` builds its indexes once and then follows every placing by what it touches alone; what
 * it tells is always what a full check of the same state would tell (`clashes.test.ts`). Free of Node: the server refuses by it, the desk
 * shows by it while something is dragged.
 *
 * - What is cancelled or postponed clashes with nothing, and neither does what has no time.
 * - Touching is no overlap; beginning at the same moment always is (`overlap`).
 * - Sessions move along with their activity (`placed`): `startsAt` of a placement is the activity's.
 * - Rules at level `ignored` tell nothing. A clash that was accepted is still told, with `accepted`; it no longer blocks publishing.
 * - What would resolve a clash is worked out when asked for: `resolutions(clash)` in `resolutions.ts`.
 */
import type { Uuid } from '../content.ts';
import { type Alone, alone, aloneOf } from './alone.ts';
import { type Clash, fingerprintOf, type Found } from './clash.ts';
import { type Acceptance, type DeskActivity, type DeskSchedule, LEVELS, type Placement } from './desk-schedule.ts';
import { type Ground, groundOf } from './ground.ts';
import { between, pairsOf, sharedPeople } from './pairs.ts';
import { type Draw, drawsOf, overdrawn } from './pools.ts';
import { placed, type Spot, spotOf } from './spots.ts';

export type { Clash, ClashOf, Details } from './clash.ts';
export {
  CLASH_RULES,
  type ClashRule,
  DEFAULT_LEVELS,
  type DeskActivity,
  type DeskSchedule,
  LEVELS,
  type Level,
  type Placement,
} from './desk-schedule.ts';

export interface ClashIndex {
  /** Heaviest first, then by time. */
  all(): Clash[];
  of(activity: Uuid): Clash[];
  /** What `of` would tell after `place`, without changing anything. */
  ifPlaced(placement: Placement): Clash[];
  /** Follows a placing. A clash whose numbers changed is gone and has come. */
  place(placement: Placement): { gone: Clash[]; come: Clash[] };
  /** As `ifPlaced` and `place`, for an activity whose sessions did not simply come along: `after` is the whole of it. */
  ifPut(after: DeskActivity): Clash[];
  put(after: DeskActivity): { gone: Clash[]; come: Clash[] };
  /** The activity as it stands after every placing so far. */
  activity(id: Uuid): DeskActivity | undefined;
  activities(): DeskActivity[];
  ground: Ground;
}

export function openClashes(desk: DeskSchedule): ClashIndex {
  const ground = groundOf(desk);
  const byItself: Alone = aloneOf(desk, ground);
  const byPairs = pairsOf(desk, ground);
  const shared = sharedPeople(desk.activities);
  const acceptances = Map.groupBy(desk.acceptances, ({ key }) => key);

  const activities = new Map(desk.activities.map((activity) => [activity.id, activity]));
  const spots = new Map<Uuid, Spot>();
  for (const activity of desk.activities) {
    const spot = spotOf(activity);
    if (spot) spots.set(activity.id, spot);
  }
  const pools = new Map<string, Map<Uuid, { spot: Spot; draw: Draw }>>();
  const poolsOf = (spot: Spot | null | undefined) => (spot ? drawsOf(spot, ground) : []);
  const join = (spot: Spot) => {
    for (const draw of drawsOf(spot, ground)) {
      const pool = pools.get(draw.pool) ?? new Map<Uuid, { spot: Spot; draw: Draw }>();
      pools.set(draw.pool, pool.set(spot.activity.id, { spot, draw }));
    }
  };
  spots.forEach(join);

  const byKey = new Map<string, Clash>();
  const byActivity = new Map<Uuid, Set<string>>();
  /** Keys of the clashes of each pool. */
  const byPool = new Map<string, string[]>();

  const add = (clash: Clash) => {
    byKey.set(clash.key, clash);
    for (const id of clash.activities) {
      const keys = byActivity.get(id);
      if (keys) keys.add(clash.key);
      else byActivity.set(id, new Set([clash.key]));
    }
  };
  const drop = (key: string): Clash | null => {
    const clash = byKey.get(key);
    if (!clash) return null;
    byKey.delete(key);
    for (const id of clash.activities) byActivity.get(id)?.delete(key);
    return clash;
  };
  const weighed = (found: readonly Found[]): Clash[] => found.flatMap((one) => weigh(one, desk, acceptances) ?? []);

  /** All that an activity is in, but for pools. */
  const around = (spot: Spot): Clash[] => {
    const id = spot.activity.id;
    const found = alone(spot, byItself);
    const people = shared.get(id);
    for (const other of spots.values()) {
      if (other.activity.id !== id) found.push(...between(spot, other, people?.get(other.activity.id) ?? [], byPairs));
    }
    return weighed(found);
  };
  const addPool = (name: string): Clash[] => {
    const come = weighed(overdrawn([...(pools.get(name)?.values() ?? [])]));
    byPool.set(
      name,
      come.map(({ key }) => key),
    );
    come.forEach(add);
    return come;
  };

  const list = [...spots.values()];
  list.forEach((spot, at) => {
    weighed(alone(spot, byItself)).forEach(add);
    const people = shared.get(spot.activity.id);
    for (let next = at + 1; next < list.length; next++) {
      const other = list[next]!;
      const found = between(spot, other, people?.get(other.activity.id) ?? [], byPairs);
      if (found.length > 0) weighed(found).forEach(add);
    }
  });
  for (const name of pools.keys()) addPool(name);

  const told = (keys: Iterable<string>): Clash[] => [...keys].map((key) => byKey.get(key)!).sort(heaviestFirst);

  return {
    ground,
    all: () => told(byKey.keys()),
    of: (id) => told(byActivity.get(id) ?? []),
    activity: (id) => activities.get(id),
    activities: () => [...activities.values()],

    ifPlaced(placement) {
      const activity = activities.get(placement.activity);
      return activity ? this.ifPut(placed(activity, placement)) : [];
    },

    place(placement) {
      const activity = activities.get(placement.activity);
      return activity ? this.put(placed(activity, placement)) : { gone: [], come: [] };
    },

    ifPut(after) {
      const { id } = after;
      const spot = spotOf(after);
      if (!spot) return [];
      const all = around(spot);
      for (const draw of drawsOf(spot, ground)) {
        const others = [...(pools.get(draw.pool)?.values() ?? [])].filter((one) => one.spot.activity.id !== id);
        all.push(...weighed(overdrawn([...others, { spot, draw }])).filter((clash) => clash.activities.includes(id)));
      }
      return all.sort(heaviestFirst);
    },

    put(after) {
      const { id } = after;
      if (!activities.has(id)) return { gone: [], come: [] };
      const before = spots.get(id);
      const spot = spotOf(after);
      const touched = new Set([...poolsOf(before), ...poolsOf(spot)].map(({ pool }) => pool));
      const left = new Map<string, Clash>();
      const leave = (key: string) => {
        const clash = drop(key);
        if (clash) left.set(key, clash);
      };
      for (const name of touched) byPool.get(name)?.forEach(leave);
      [...(byActivity.get(id) ?? [])].forEach(leave);

      activities.set(id, after);
      for (const { pool } of poolsOf(before)) pools.get(pool)?.delete(id);
      spots.delete(id);
      const come: Clash[] = [];
      if (spot) {
        come.push(...around(spot));
        come.forEach(add);
        spots.set(id, spot);
        join(spot);
      }
      for (const name of touched) come.push(...addPool(name));

      const fresh = come.filter((clash) => !same(left.get(clash.key), clash));
      const stays = new Map(come.map((clash) => [clash.key, clash]));
      return {
        gone: [...left.values()].filter((clash) => !same(clash, stays.get(clash.key))).sort(heaviestFirst),
        come: fresh.sort(heaviestFirst),
      };
    },
  };
}

const same = (a: Clash | undefined, b: Clash | undefined): boolean => a !== undefined && a.fingerprint === b?.fingerprint;

function weigh(found: Found, { levels }: DeskSchedule, acceptances: Map<string, Acceptance[]>): Clash | null {
  const level = levels[found.rule];
  if (level === 'ignored') return null;
  const fingerprint = fingerprintOf(found);
  const given = acceptances.get(found.key) ?? [];
  const told = ({ reason, by, at }: Acceptance) => ({ reason, by, at });
  const holds = given.find((one) => one.fingerprint === fingerprint);
  const before = holds ? undefined : given.at(-1);
  return { ...found, fingerprint, level, accepted: holds ? told(holds) : null, acceptedBefore: before ? told(before) : null } as Clash;
}

export const heaviestFirst = (a: Clash, b: Clash): number =>
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
  (a.from ?? '').localeCompare(b.from ?? '') ||
  (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Whether a clash keeps something from being placed there; one that the database would refuse cannot be accepted. */
export const blocksPlacing = (clash: Clash): boolean => clash.level === 'blocks-placing' && (clash.rule === 'room' || !clash.accepted);
export const blocksPublishing = (clash: Clash): boolean => clash.level !== 'warns' && (clash.rule === 'room' || !clash.accepted);
