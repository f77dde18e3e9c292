/**
 * Works out the timetables that were asked for, one at a time, each in a thread of its own. The page that asked may be closed; a process that
 * dies leaves its run to the next, which begins it anew.
 */
import type { Kysely } from 'kysely';
import { solveInWorker } from '#engines/timetable/thread.ts';
import type { TimetableSolution } from '#engines/timetable/model.ts';
import type { DB } from '#platform/database/schema.ts';
import { failureTold, type Work } from '#platform/jobs/work.ts';
import { readDesk } from '../store.server.ts';
import { pose } from '../timetabling.ts';
import { claimRun, endRun, keepBefore, keepProgress, letGo, nextFree, type Point, type Run } from './store.server.ts';

interface Options {
  db: Kysely<DB>;
  log: { error(message: string): void };
  now(): Date;
  /** Milliseconds between two words to the database. */
  every?: number;
}

/** Points of the curve that are kept: enough to draw it. */
const POINTS = 240;

export function workOutTimetables({ db, log, now, every = 1000 }: Options): Work {
  return {
    name: 'timetables',
    async run(stop) {
      while (!stop.aborted) {
        const run = await claimRun(db, now());
        if (!run) break;
        await carry(run, stop);
      }
      return nextFree(db);
    },
  };

  async function carry(run: Run, stop: AbortSignal): Promise<void> {
    try {
      const read = await readDesk(db, run.edition);
      const posed = read && pose(read.desk, run.asked);
      if (!posed || posed.problem.days.length === 0) return await endRun(db, run.id, { state: 'failed', failure: 'no-days' }, now());
      if (posed.movable.length === 0) return await endRun(db, run.id, { state: 'failed', failure: 'nothing-to-place' }, now());
      await keepBefore(
        db,
        run.id,
        posed.movable.map(({ id, version }) => ({ activity: id, version })),
      );
      let progress: Point[] = [];
      const running = solveInWorker({ form: 'native', problem: posed.problem }, { seconds: run.asked.seconds, seed: 1 }, (told) => {
        progress.push([Math.round(told.elapsed), told.cost, told.unplaced]);
        if (progress.length > POINTS) progress = progress.filter((_, at) => at % 2 === 0 || at === progress.length - 1);
      });
      let cancelled = false;
      const end = () => running.cancel();
      stop.addEventListener('abort', end);
      if (stop.aborted) end();
      let telling = Promise.resolve();
      const pulse = setInterval(() => {
        telling = keepProgress(db, run.id, progress, now())
          .then((isAsked) => {
            if (isAsked && !cancelled) {
              cancelled = true;
              running.cancel();
            }
          })
          .catch(() => {});
      }, every);
      const solved = await running.solved.finally(() => {
        clearInterval(pulse);
        stop.removeEventListener('abort', end);
        // A word still on its way would say of a run let go of that somebody has it.
        return telling;
      });
      if (stop.aborted) return await letGo(db, run.id);
      const solution = solved.solution as TimetableSolution;
      await endRun(db, run.id, { state: cancelled ? 'cancelled' : 'done', solution, progress }, now());
    } catch (error) {
      log.error(`Timetable ${run.id}: ${failureTold(error)}`);
      await endRun(db, run.id, { state: 'failed', failure: failureTold(error) }, now());
    }
  }
}
