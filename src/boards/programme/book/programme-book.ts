/** The whole programme as a PDF book in one language. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#platform/root.ts';
import type { PageLanguage } from '#registry/text.ts';
import type { Published } from '../house.ts';
import { bookOf } from './book-of.ts';
import type { Book } from './model.ts';

/** Books that are kept; each is some megabytes. */
const KEPT = 8;
const kept = new Map<string, Promise<Uint8Array>>();
let last: Promise<unknown> = Promise.resolve();

/** The same bytes for the same publication and language. Set in a thread of its own, one book after the other. */
export function programmeBook(published: Published, language: PageLanguage): Promise<Uint8Array> {
  const key = `${published.publication.id} ${published.publication.number} ${language}`;
  let book = kept.get(key);
  if (book) return book;
  book = last.then(() => setInThread(bookOf(published, language)));
  last = book.catch(() => {});
  kept.set(key, book);
  book.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return book;
}

function setInThread(book: Book): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // By path: the page server carries a bundled copy of this module, and the thread runs the source beside it.
    const worker = new Worker(join(projectRoot, 'src/boards/programme/book/worker.ts'), { workerData: book });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that sets the book ended with ${code}`)));
  });
}
