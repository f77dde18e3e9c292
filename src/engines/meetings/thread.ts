import { Worker } from 'node:worker_threads';
import type { Instance } from './instance.ts';
import type { Options, Result } from './solve.ts';
import type { News } from './watch.ts';

export interface Running {
  result: Promise<Result>;
  /** Ends the search soon; the result is then the best plan found so far. */
  cancel(): void;
}

/** Solves in a worker thread, so that whoever asks is never held up. */
export function solveInWorker(instance: Instance, options: Options, tell?: (news: News) => void): Running {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { instance, options, cancelled } });
  const result = new Promise<Result>((resolve, reject) => {
    let answer: Result | null = null;
    worker.on('message', (message: { news: News } | { result: Result }) => {
      if ('news' in message) tell?.(message.news);
      else answer = message.result;
    });
    worker.on('error', reject);
    worker.on('exit', (code) => (answer ? resolve(answer) : reject(new Error(`the solver's thread ended (${code}) without an answer`))));
  });
  return { result, cancel: () => void Atomics.store(cancelled, 0, 1) };
}
