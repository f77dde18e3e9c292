import { Worker } from 'node:worker_threads';
import type { Progress } from './search.ts';
import type { AnyProblem, Solved } from './solve.ts';

export interface Running {
  solved: Promise<Solved>;
  /** Ends the search; `solved` then gives the best found so far. */
  cancel: () => void;
}

/**
 * Solves in a thread of its own, so that the caller's is never blocked. The thread ends with its answer; what goes wrong in it rejects `solved`.
 * @param limits `seconds` and `moves` as in `search`; with `moves` alone the same seed gives the same answer.
 */
export function solveInWorker(
  any: AnyProblem,
  limits: { seconds?: number; moves?: number; seed: number },
  onProgress?: (progress: Progress) => void,
): Running {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { any, limits, flag } });
  const solved = new Promise<Solved>((resolve, reject) => {
    worker.on('message', (message: { progress?: Progress; solved?: Solved }) => {
      if (message.progress) onProgress?.(message.progress);
      if (message.solved) resolve(message.solved);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the solver's thread ended with ${code} and no answer`)));
  });
  return { solved, cancel: () => void Atomics.store(flag, 0, 1) };
}
