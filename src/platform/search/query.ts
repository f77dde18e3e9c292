/** What somebody typed, as PostgreSQL is asked for it. Any text is a query; none is an error. */
import { segment } from './segment.ts';
import { saysNothing, stem } from './stem.ts';
import { tokensOf, type Token } from './tokens.ts';
import { clipped, quoted } from './vector.ts';

/** Characters of a query that are read, and words of it that are looked for. */
export const QUERY_LENGTH = 200;
const MOST_TERMS = 12;

export interface Term {
  is: 'han' | 'word';
  /** Folded. */
  text: string;
  /** Where it stands in the query as typed. */
  start: number;
  end: number;
  /** It may be the beginning of a word. */
  prefix: boolean;
  /** Belongs directly to the term before: with it, it is also looked for as one word. */
  joined: boolean;
}

export interface ParsedQuery {
  /** As it was read: bounded, and without control characters. */
  text: string;
  terms: Term[];
  /** Groups of `terms`, by index, that must stand side by side. */
  phrases: number[][];
}

export function parseQuery(typed: string): ParsedQuery {
  const text = typed
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, QUERY_LENGTH)
    .toWellFormed()
    .trim();
  const quotes = [...text.matchAll(/["“”「『]([^"“”」』]+)["“”」』]/gu)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
  }));
  const all: (Term & { quote: number })[] = [];
  for (const token of tokensOf(text)) {
    const quote = quotes.findIndex(({ from, to }) => from <= token.start && token.end <= to);
    for (const part of termsOf(token)) all.push({ ...part, quote });
  }
  const telling = all.filter((term) => term.quote >= 0 || !saysNothing(term.text));
  const terms = (telling.length > 0 ? telling : all).slice(0, MOST_TERMS);
  const phrases = quotes
    .map((_, number) => terms.flatMap((term, index) => (term.quote === number ? [index] : [])))
    .filter((one) => one.length > 0);
  const last = terms.at(-1);
  if (last?.is === 'word' && last.quote < 0 && last.text.length > 1) last.prefix = true;
  return { text, terms: terms.map(({ quote: _, ...term }) => term), phrases };
}

function termsOf(token: Token): Term[] {
  const { is, start, end } = token;
  if (is === 'word') return [{ is, text: clipped(token.text), start, end, prefix: false, joined: token.joined }];
  // Folding keeps the length of what is written in these scripts, but for a few compatibility forms; words of those share one place.
  const exact = end - start === token.text.length;
  let at = start;
  return wordsIn(token.text).map((text) => {
    const from = at;
    at += text.length;
    return { is, text, start: exact ? from : start, end: exact ? at : end, prefix: false, joined: false };
  });
}

/** `碳中和` is no word of the dictionary, and what it ends with is no `and`. */
function wordsIn(run: string): string[] {
  const words = segment(run);
  return words.length === 2 && [...words[1]!].length === 1 && saysNothing(words[1]!) ? [run] : words;
}

/** One term as a tsquery. */
export function termQuery(term: Term): string {
  if (term.is === 'word') {
    const root = quoted(stem(term.text));
    if (term.prefix) return `(${root} | ${quoted(term.text)}:*)`;
    return root;
  }
  const chain = chainOf(term.text);
  return [...term.text].length > 2 ? `(${quoted(term.text)} | ${chain})` : chain;
}

/** The characters one after the other, as pairs. */
function chainOf(run: string): string {
  const characters = [...run];
  if (characters.length === 1) return `${quoted(run)}:*`;
  const pairs = characters.slice(1).map((character, index) => quoted(characters[index]! + character));
  return pairs.length === 1 ? pairs[0]! : `(${pairs.join(' <-> ')})`;
}

/** All terms must be found, and those in quotation marks side by side; `null` where nothing is asked for. */
export function matchQuery({ terms, phrases }: ParsedQuery): string | null {
  const quotedTerms = new Set(phrases.flat());
  const parts = phrases.map((phrase) => phraseQuery(phrase.map((index) => terms[index]!)));
  for (let i = 0; i < terms.length; i++) {
    if (quotedTerms.has(i)) continue;
    const group = [terms[i]!];
    while (terms[i + 1]?.joined && !quotedTerms.has(i + 1)) group.push(terms[++i]!);
    const each = group.map(termQuery).join(' & ');
    const whole = quoted(clipped(group.map((term) => term.text).join('')));
    parts.push(group.length > 1 && group.every((term) => term.is === 'word') ? `(${each} | ${whole})` : each);
  }
  return parts.length > 0 ? parts.join(' & ') : null;
}

/** Any of the terms; what hits are ranked by, and what is looked for where all of them together are found nowhere. */
export function anyQuery({ terms }: ParsedQuery): string | null {
  return terms.length > 0 ? terms.map(termQuery).join(' | ') : null;
}

/** Any of the words as single lexemes, without chains: quick to rank by. */
export function rankQuery({ terms }: ParsedQuery): string | null {
  if (terms.length === 0) return null;
  return terms
    .flatMap((term) => {
      if (term.is === 'word') return term.prefix ? [quoted(stem(term.text)), `${quoted(term.text)}:*`] : [quoted(stem(term.text))];
      const characters = [...term.text];
      if (characters.length === 1) return [`${quoted(term.text)}:*`];
      if (characters.length === 2) return [quoted(term.text)];
      return [quoted(term.text), ...characters.slice(1).map((character, index) => quoted(characters[index]! + character))];
    })
    .join(' | ');
}

/** All terms side by side in the order typed; ranks higher. `null` for a single word, which is no phrase. */
export function sideBySide({ terms }: ParsedQuery): string | null {
  if (terms.length === 0 || (terms.length === 1 && [...terms[0]!.text].length < 3) || (terms.length === 1 && terms[0]!.is === 'word'))
    return null;
  return phraseQuery(terms);
}

/** Neighbours as the positions of Vector have them: Chinese by the character, other scripts by the word. */
function phraseQuery(terms: readonly Term[]): string {
  const runs: { query: string; length: number }[] = [];
  let run = '';
  const end = () => {
    if (run) runs.push({ query: chainOf(run), length: [...run].length });
    run = '';
  };
  for (const [index, term] of terms.entries()) {
    if (term.is === 'han') {
      if (index > 0 && terms[index - 1]!.is === 'han' && terms[index - 1]!.end !== term.start) end();
      run += term.text;
      continue;
    }
    end();
    runs.push({ query: term.prefix ? termQuery(term) : quoted(stem(term.text)), length: 1 });
  }
  end();
  // A chain of n pairs ends one place before its last character, and a phrase continues from where its left side ends.
  return runs.map(({ query }, index) => (index === 0 ? query : `${distance(runs[index - 1]!.length)} ${query}`)).join(' ');
}

const distance = (length: number): string => `<${length > 1 ? 2 : 1}>`;
