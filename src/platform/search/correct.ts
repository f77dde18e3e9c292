/** Which word somebody meant: candidates by shared variants, chosen by the number of slips and how common they are. */
import type { ParsedQuery, Term } from './query.ts';

/** The word itself, and with each one character left out: two words one slip apart share one of these. */
export function variantsOf(word: string): string[] {
  const characters = [...word];
  const variants = new Set([word]);
  if (characters.length > 1 && characters.length <= 24) {
    for (let i = 0; i < characters.length; i++) variants.add([...characters.slice(0, i), ...characters.slice(i + 1)].join(''));
  }
  return [...variants];
}

/** Slips between two words: a character more, less, another, or two neighbours exchanged (optimal string alignment). */
export function slips(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let least = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[right.length]!;
}

/** A piece of the query that may be a slip: one term, or neighbours that were cut apart because of it. */
export interface Suspect {
  text: string;
  start: number;
  end: number;
  is: Term['is'];
}

/** Longest first, so that `人工只能` is tried whole before `只能`. */
export function suspectsOf({ terms }: ParsedQuery, unknown: ReadonlySet<number>): Suspect[] {
  const suspects: Suspect[] = [];
  for (let from = 0; from < terms.length; from++) {
    for (let to = from; to < Math.min(terms.length, from + 3); to++) {
      const group = terms.slice(from, to + 1);
      const touched = group.some((_, index) => unknown.has(from + index));
      const whole = group.every(
        (term, index) => term.is === group[0]!.is && (index === 0 || (term.is === 'han' && group[index - 1]!.end === term.start)),
      );
      const text = group.map((term) => term.text).join('');
      if (touched && whole && isCorrectable(text, group[0]!.is)) {
        suspects.push({ text, start: group[0]!.start, end: group.at(-1)!.end, is: group[0]!.is });
      }
    }
  }
  return suspects.toSorted((a, b) => b.text.length - a.text.length || a.start - b.start);
}

const isCorrectable = (text: string, is: Term['is']): boolean =>
  is === 'han' ? [...text].length >= 2 && [...text].length <= 8 : text.length >= 4 && text.length <= 24 && !/^\p{N}+$/u.test(text);

export interface Candidate {
  /** Index of the suspect. */
  suspect: number;
  term: string;
  documents: number;
}

/** The query with its suspects replaced by what was meant; `null` where nothing near enough is known. */
export function corrected(query: ParsedQuery, suspects: readonly Suspect[], candidates: readonly Candidate[]): string | null {
  const changes: { start: number; end: number; term: string }[] = [];
  for (const [index, suspect] of suspects.entries()) {
    if (changes.some((change) => change.start < suspect.end && suspect.start < change.end)) continue;
    const best = candidates
      .filter((one) => one.suspect === index && one.term !== suspect.text)
      .map((one) => ({ ...one, slips: slips(suspect.text, one.term) }))
      .filter((one) => one.slips <= allowedSlips(suspect))
      .toSorted(
        (a, b) =>
          a.slips - b.slips ||
          longer(a, suspect) - longer(b, suspect) ||
          sameStart(b, suspect) - sameStart(a, suspect) ||
          b.documents - a.documents ||
          (a.term < b.term ? -1 : 1),
      )[0];
    if (best) changes.push({ start: suspect.start, end: suspect.end, term: best.term });
  }
  if (changes.length === 0) return null;
  let text = '';
  let at = 0;
  for (const { start, end, term } of changes.toSorted((a, b) => a.start - b.start)) {
    text += query.text.slice(at, start) + term;
    at = end;
  }
  return text + query.text.slice(at);
}

const allowedSlips = ({ text, is }: Suspect): number => (is === 'word' && text.length >= 8 ? 2 : 1);
const sameStart = ({ term }: Candidate, { text }: Suspect): number => Number(term[0] === text[0]);
const longer = ({ term }: Candidate, { text }: Suspect): number => Math.abs([...term].length - [...text].length);
