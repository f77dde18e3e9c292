/** Sets one book and ends, so that the server goes on answering and the memory is given back. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Book } from './model.ts';
import { setBook } from './setting.ts';

const { pdf } = setBook(workerData as Book);
parentPort!.postMessage(pdf, [pdf.buffer as ArrayBuffer]);
