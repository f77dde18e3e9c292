import { parentPort, workerData } from 'node:worker_threads';
import { solve, type AnyProblem } from './solve.ts';

/** The thread behind `solveInWorker`: solves what it was given, tells of progress, and answers once. */
const { any, limits, flag } = workerData as {
  any: AnyProblem;
  limits: { seconds?: number; moves?: number; seed: number };
  flag: Int32Array;
};
const solved = await solve(any, {
  ...limits,
  now: () => performance.now(),
  isCancelled: () => Atomics.load(flag, 0) === 1,
  onProgress: (progress) => parentPort!.postMessage({ progress }),
});
parentPort!.postMessage({ solved });
