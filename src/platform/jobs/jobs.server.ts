/**
 * Carries works on: each runs when it is woken by a notification, and at the moment that its last run named. Nothing is polled; what was
 * missed while a process was away is found by the first run, which looks at what is due and not at what was said.
 */
import type { Database } from '../database/connect.ts';
import { listen } from '../database/listen.ts';
import { failureTold, pauseAfter, type Work } from './work.ts';

export interface Jobs {
  /** Lets what is under way end, and begins nothing more. */
  close(): Promise<void>;
}

interface JobsOptions {
  database: Database;
  works: readonly Work[];
  log: { warn(message: string): void };
  now(): Date;
}

/** A clock that is set forward must not leave what is due waiting for long. */
const LONGEST_SLEEP = 300_000;
const LONGEST_PAUSE = 60_000;
/** What is due and was not done is in another process's hands; should it let go, it is taken up then. */
const ELSEWHERE = 1000;

export async function startJobs({ database, works, log, now }: JobsOptions): Promise<Jobs> {
  const stop = new AbortController();
  const keepers = new Map(works.map((work) => [work.name, keeperOf(work, { log, now, stop: stop.signal })]));
  const ear = await listen(
    database,
    'jobs',
    (name) => {
      if (name === '') for (const keeper of keepers.values()) keeper.wake();
      else keepers.get(name)?.wake();
    },
    log,
  );
  for (const keeper of keepers.values()) keeper.wake();
  return {
    async close() {
      stop.abort();
      await Promise.all([...keepers.values()].map((keeper) => keeper.ended()));
      await ear.close();
    },
  };
}

function keeperOf(work: Work, { log, now, stop }: { log: JobsOptions['log']; now(): Date; stop: AbortSignal }) {
  let running: Promise<void> | null = null;
  let again = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const sleep = (milliseconds: number) => {
    timer = setTimeout(start, milliseconds);
    timer.unref();
  };
  const sleepUntil = (next: Date) => {
    const left = next.getTime() - now().getTime();
    sleep(left <= 0 ? ELSEWHERE : Math.min(LONGEST_SLEEP, left));
  };
  const once = async (): Promise<void> => {
    do {
      again = false;
      try {
        const next = await work.run(stop);
        failures = 0;
        if (!again && next && !stop.aborted) sleepUntil(next);
      } catch (error) {
        if (stop.aborted) break;
        failures += 1;
        // What wakes it meanwhile is looked at when the pause is over.
        again = false;
        log.warn(`The work "${work.name}" did not get on: ${failureTold(error)}`);
        sleep(Math.min(LONGEST_PAUSE, pauseAfter(failures)));
      }
    } while (again && !stop.aborted);
    running = null;
  };
  const start = () => {
    clearTimeout(timer);
    timer = undefined;
    if (stop.aborted) return;
    running = once();
  };
  return {
    wake() {
      if (running) again = true;
      else if (failures === 0 || !timer) start();
    },
    async ended() {
      clearTimeout(timer);
      await running;
    },
  };
}
