/** Sets one book and ends, so that the server goes on answering and the memory is given back. */
import type { Book } from './model.ts';
import { setBook } from './setting.ts';

process.once('message', (book: Book) => {
  const { pdf } = setBook(book);
  process.send!(pdf, () => process.disconnect());
});
