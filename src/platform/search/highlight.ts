/** Texts cut at what was found, and excerpts around the first place. */
import type { ParsedQuery } from './query.ts';
import { stem } from './stem.ts';
import { tokensOf } from './tokens.ts';

export interface Piece {
  text: string;
  hit: boolean;
}

interface Span {
  start: number;
  end: number;
  /** Which term of the query. */
  term: number;
}

/** Where the terms of a query stand in a text, without overlaps, in order. */
export function spansOf(text: string, { terms }: ParsedQuery): Span[] {
  const spans: Span[] = [];
  for (const token of tokensOf(text)) {
    if (token.is === 'word') {
      const root = stem(token.text);
      const term = terms.findIndex(
        (one) =>
          one.is === 'word' && (stem(one.text) === root || one.text === token.text || (one.prefix && token.text.startsWith(one.text))),
      );
      if (term >= 0) spans.push({ start: token.start, end: token.end, term });
      continue;
    }
    // Original and folded run have the same length, but for rare compatibility forms; those are marked whole.
    const exact = token.end - token.start === token.text.length;
    for (const [term, one] of terms.entries()) {
      if (one.is !== 'han') continue;
      for (let at = token.text.indexOf(one.text); at >= 0; at = token.text.indexOf(one.text, at + one.text.length)) {
        spans.push(
          exact ? { start: token.start + at, end: token.start + at + one.text.length, term } : { start: token.start, end: token.end, term },
        );
      }
    }
  }
  return merged(spans);
}

function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

/** How many of the query's terms a text holds. */
export const termsFound = (text: string, query: ParsedQuery): number => new Set(spansOf(text, query).map((span) => span.term)).size;

/** The whole text. */
export const marked = (text: string, query: ParsedQuery): Piece[] => piecesOf(text, spansOf(text, query), 0, text.length);

/** About `length` columns around the first hit, or from the beginning; a Chinese character takes two columns. */
export function excerpt(text: string, query: ParsedQuery, length = 180): Piece[] {
  const spans = spansOf(text, query);
  const first = spans[0]?.start ?? 0;
  const from = first <= length / 3 ? 0 : startNear(text, backwards(text, first, length / 4), first);
  const to = endNear(text, forwards(text, from, length));
  const pieces = piecesOf(text, spans, from, to);
  if (from > 0) pieces.unshift({ text: '…', hit: false });
  if (to < text.length) pieces.push({ text: '…', hit: false });
  return pieces;
}

function piecesOf(text: string, spans: Span[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const push = (end: number, hit: boolean) => {
    const last = pieces.at(-1);
    if (end > at && last?.hit && hit) last.text += text.slice(at, end);
    else if (end > at) pieces.push({ text: text.slice(at, end), hit });
    at = Math.max(at, end);
  };
  for (const { start, end } of spans) {
    if (start < from || end > to) continue;
    push(start, false);
    push(end, true);
  }
  push(to, false);
  return pieces;
}

const columns = (unit: number): number => (unit >= 0x1100 && unit !== 0x2026 ? 2 : 1);

function backwards(text: string, from: number, length: number): number {
  let at = from;
  for (let left = length; at > 0 && left > 0; at--) left -= columns(text.charCodeAt(at - 1));
  return at;
}

function forwards(text: string, from: number, length: number): number {
  let at = from;
  for (let left = length; at < text.length && left > 0; at++) left -= columns(text.charCodeAt(at));
  return at;
}

/** The beginning of a sentence or word at or after `at`, and before `limit`. */
function startNear(text: string, at: number, limit: number): number {
  const between = text.slice(at, limit);
  const sentence = /[。！？；\n]|[.!?;]\s/u.exec(between);
  if (sentence) return at + sentence.index + sentence[0].length;
  const word = /\s/.exec(between);
  const found = word ? at + word.index + 1 : at;
  return splitsPair(text, found) ? found + 1 : found;
}

/** Not in the middle of a word. */
function endNear(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const rest = /^[\p{Script=Latin}\p{N}]{0,24}/u.exec(text.slice(at))?.[0] ?? '';
  const inWord = /[\p{Script=Latin}\p{N}]$/u.test(text.slice(0, at));
  const end = inWord ? at + rest.length : at;
  return splitsPair(text, end) ? end + 1 : end;
}

const splitsPair = (text: string, at: number): boolean =>
  at > 0 && /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at] ?? '');
