/** The notice board over a database: renewed as soon as any process issues or withdraws, and at the hour at which a notice begins or ends to hold. */
import { createHash } from 'node:crypto';
import type { Database } from '#platform/database/connect.ts';
import { listen } from '#platform/database/listen.ts';
import type { NoticeBoard } from './board.ts';
import { type Issued, nextTurn, standing } from './model.ts';
import { issuedNotices } from './store.server.ts';

export interface OpenBoard extends NoticeBoard {
  /** Told before any reader is. */
  onSwitch(listener: () => void): void;
  close(): Promise<void>;
}

/** Calls after so many milliseconds; comes to the way to call it off. */
type Wake = (milliseconds: number, call: () => void) => () => void;

/** Of a timer; what is further away is looked at again then. */
const LONGEST = 2 ** 31 - 1;

const wakeByTimer: Wake = (milliseconds, call) => {
  const timer = setTimeout(call, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

export async function openBoard(
  database: Database,
  { log, now, wake = wakeByTimer }: { log: { warn(message: string): void }; now(): Date; wake?: Wake },
): Promise<OpenBoard> {
  const listeners: (() => void)[] = [];
  const followers = new Map<string, Set<() => void>>();
  let notices = new Map<string, Issued[]>();
  let stamps = new Map<string, string>();
  let whole = '';
  let callOff = (): void => {};
  let closed = false;

  /** Finds out how every notice stands now, tells of what has changed, and sleeps until the next turn. */
  const turn = (): void => {
    callOff();
    if (closed) return;
    const at = now().toISOString();
    const before = stamps;
    stamps = new Map([...notices].map(([edition, list]) => [edition, list.map((one) => `${one.id} ${standing(one, at)}`).join(';')]));
    whole = createHash('sha256')
      .update(JSON.stringify([...stamps]))
      .digest('base64url')
      .slice(0, 16);
    const changed = [...new Set([...before.keys(), ...stamps.keys()])].filter((edition) => before.get(edition) !== stamps.get(edition));
    if (changed.length > 0) {
      for (const listener of listeners) listener();
      for (const edition of changed) for (const hear of followers.get(edition) ?? []) hear();
    }
    const next = nextTurn([...notices.values()].flat(), at);
    if (next === null) return;
    callOff = wake(Math.min(LONGEST, Math.max(1, Date.parse(next) - Date.parse(at))), turn);
  };

  let renewing: Promise<void> = Promise.resolve();
  const renew = (): Promise<void> =>
    (renewing = renewing
      .then(async () => {
        notices = await issuedNotices(database.db);
        turn();
      })
      .catch((error: unknown) => log.warn(`The notices could not be read: ${error instanceof Error ? error.message : String(error)}`)));

  const ear = await listen(database, 'notice', renew, log);
  await renew();
  return {
    of: (edition) => notices.get(edition) ?? [],
    stamp: () => whole,
    now,
    onSwitch: (listener) => void listeners.push(listener),
    follow(edition, hear) {
      const set = followers.get(edition) ?? new Set();
      followers.set(edition, set.add(hear));
      return () => {
        set.delete(hear);
        if (set.size === 0) followers.delete(edition);
      };
    },
    async close() {
      closed = true;
      callOff();
      await ear.close();
    },
  };
}
