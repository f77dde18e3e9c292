/** What would resolve a clash: each of them tried on the whole schedule before it is told. */
import type { Uuid } from '../content.ts';
import { instant } from '../time.ts';
import { blocksPlacing, type Clash, type ClashIndex, type DeskActivity, type Placement } from './clashes.ts';
import type { DeskPlace } from './desk-schedule.ts';

export type Resolution =
  /** To another room at the same hour. */
  | { is: 'room'; placement: Placement & { room: Uuid } }
  /** To another hour in the same room. */
  | { is: 'time'; placement: Placement & { startsAt: string; endsAt: string } }
  | { is: 'accept' };

/** Minutes that are tried, nearest first. */
const SHIFTS = [5, 10, 15, 30, 45, 60, 90, 120, 180].flatMap((minutes) => [minutes, -minutes]);
const ROOM_RULES: ReadonlySet<Clash['rule']> = new Set([
  'room',
  'site',
  'capacity',
  'closure',
  'layout',
  'equipment',
  'interpretation',
  'travel',
  'wish',
]);
const TIME_RULES: ReadonlySet<Clash['rule']> = new Set([
  'room',
  'person',
  'hours',
  'closure',
  'travel',
  'availability',
  'audience',
  'equipment',
  'interpretation',
  'wish',
]);

/**
 * At most `most` moves, and accepting where that may be done. A move counts where this clash goes and nothing comes for the activity that
 * was not there. `isMovable` leaves out what is locked; `rooms` are those that things are placed in.
 */
export function resolutions(
  index: ClashIndex,
  clash: Clash,
  rooms: readonly DeskPlace[],
  { isMovable = (_: DeskActivity): boolean => true, most = 3 } = {},
): Resolution[] {
  const found: Resolution[] = [];
  for (const id of clash.activities) {
    const activity = index.activity(id);
    if (!activity?.startsAt || !activity.endsAt || !isMovable(activity)) continue;
    const known = new Set(index.of(id).map(({ key }) => key));
    const helps = (placement: Placement) => {
      const after = index.ifPlaced(placement);
      return after.every((one) => one.key !== clash.key && known.has(one.key) && !blocksPlacing(one));
    };
    const here = { activity: id, room: activity.room, startsAt: activity.startsAt, endsAt: activity.endsAt };
    if (ROOM_RULES.has(clash.rule) && activity.room) {
      const placement = nearestRooms(index, activity, rooms)
        .map((room) => ({ ...here, room: room.id }))
        .find(helps);
      if (placement) found.push({ is: 'room', placement });
    }
    if (TIME_RULES.has(clash.rule)) {
      const [from, to] = [Date.parse(activity.startsAt), Date.parse(activity.endsAt)];
      const placement = SHIFTS.map((minutes) => ({
        ...here,
        startsAt: instant(from + minutes * 60_000),
        endsAt: instant(to + minutes * 60_000),
      })).find(helps);
      if (placement) found.push({ is: 'time', placement });
    }
  }
  const isAcceptable = clash.rule !== 'room' && !clash.accepted;
  return [...found.slice(0, most), ...(isAcceptable ? [{ is: 'accept' } as const] : [])];
}

/** The way is short and the seats are enough, but not many more than enough. */
function nearestRooms(index: ClashIndex, activity: DeskActivity, rooms: readonly DeskPlace[]): DeskPlace[] {
  const needed = activity.capacity ?? 0;
  const way = (room: DeskPlace) => index.ground.minutes(activity.room!, room.id);
  const seats = (room: DeskPlace) => room.layouts.find(({ layout }) => layout === activity.need.layout)?.seats ?? room.capacity ?? 0;
  const site = activity.site ?? index.ground.site(activity.room!);
  return rooms
    .filter((room) => room.id !== activity.room && seats(room) >= needed && index.ground.site(room.id) === site)
    .sort((a, b) => way(a) - way(b) || seats(a) - seats(b));
}
