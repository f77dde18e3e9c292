/** The whole programme as a PDF book in one language. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#platform/root.ts';
import type { PageLanguage } from '#registry/text.ts';
import type { Published } from '../house.ts';
import { bookOf } from './book-of.ts';
import type { Book } from './model.ts';

/** Books that are kept; each is some megabytes. */
const KEPT = 8;
const kept = new Map<string, Promise<Uint8Array>>();
let last: Promise<unknown> = Promise.resolve();

/** The same bytes for the same publication and language. Set in a process of its own, one book after the other. */
export function programmeBook(published: Published, language: PageLanguage): Promise<Uint8Array> {
  const key = `${published.publication.id} ${published.publication.number} ${language}`;
  let book = kept.get(key);
  if (book) return book;
  book = last.then(() => setApart(bookOf(published, language)));
  last = book.catch(() => {});
  kept.set(key, book);
  book.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return book;
}

/** A process, not a thread: what the typesetter takes of memory is given back when it ends. */
function setApart(book: Book): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // By path: the page server carries a bundled copy of this module, and the other process runs the source beside it.
    const child = fork(join(projectRoot, 'src/boards/programme/book/worker.ts'), { serialization: 'advanced' });
    const end = () => child.kill();
    process.once('exit', end);
    child.once('message', (pdf) => resolve(pdf as Uint8Array));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('exit', end);
      reject(new Error(`The process that sets the book ended with ${code ?? signal}`));
    });
    child.send(book);
  });
}
