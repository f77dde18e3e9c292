import { parentPort, workerData } from 'node:worker_threads';
import type { Instance } from './instance.ts';
import { type Options, solve } from './solve.ts';

/** The thread behind `solveInWorker`: clock and messages are handed in here, so that the engine itself knows of neither. */
const { instance, options, cancelled } = workerData as { instance: Instance; options: Options; cancelled: Int32Array };

const result = await solve(instance, options, {
  now: () => performance.now(),
  cancelled: () => Atomics.load(cancelled, 0) === 1,
  tell: (news) => parentPort?.postMessage({ news }),
});
parentPort?.postMessage({ result });
