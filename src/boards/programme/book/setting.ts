/** Sets a book as PDF with Typst. Works for a second or two without a pause: call it from a process of its own (worker.ts). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '#platform/root.ts';
import type { Book } from './model.ts';

/** Nothing is read from here: the setting and the data are given by name. */
const ROOT = join(projectRoot, 'src/boards/programme/book');

const FONTS = ['noto-serif-sc/400Regular', 'noto-serif-sc/600SemiBold', 'source-serif-4/400Regular', 'source-serif-4/600SemiBold'];

/** The folders of the fonts: Chinese and Latin, regular and semibold. All that is not in them is taken from what Typst carries itself. */
export const fontFolders = (): string[] => {
  const { resolve } = createRequire(join(projectRoot, 'package.json'));
  return FONTS.map((font) => {
    const [family = '', weight = ''] = font.split('/');
    return join(dirname(resolve(`@expo-google-fonts/${family}/package.json`)), weight);
  });
};

export interface SetBook {
  pdf: Uint8Array;
  pages: number;
  /** What the compiler complains of: an unknown font, a layout that does not settle. */
  warnings: string[];
  /** Keeps to PDF/UA-1 (ISO 14289-1), which a character without a glyph is enough to break. */
  accessible: boolean;
}

/** Throws where the book cannot be set at all, which is a fault of ours. */
export function setBook(book: Book): SetBook {
  const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontPaths: fontFolders() }] });
  compiler.mapShadow(join(ROOT, 'book.json'), Buffer.from(JSON.stringify(book)));
  const result = compiler.compile({ mainFileContent: readFileSync(join(ROOT, 'book.typ'), 'utf8') });
  const document = result.result;
  if (!document) {
    const error = result.takeError();
    throw new Error(`The book cannot be set: ${JSON.stringify(error?.shortDiagnostics ?? [])}`);
  }
  const warnings = result.takeWarnings()?.shortDiagnostics.map((one) => JSON.stringify(one)) ?? [];
  const pages = document.numOfPages;
  const write = (standard: { pdfStandard?: string }) => compiler.pdf(document, { creationTimestamp: book.publishedAt, ...standard });
  let pdf: Buffer;
  let accessible = true;
  try {
    pdf = write({ pdfStandard: 'ua-1' });
  } catch {
    // Tagged all the same, but without the promise.
    accessible = false;
    pdf = write({});
  }
  // What is kept between compilations would only grow.
  compiler.evictCache(0);
  return { pdf: new Uint8Array(pdf), pages, warnings, accessible };
}
