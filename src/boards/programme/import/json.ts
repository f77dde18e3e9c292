/** JSON, bounded before it is built, and asked for values that may be anything. */
import { Unreadable } from './imported.ts';

const MOST_DEPTH = 60;
const MOST_VALUES = 6_000_000;

export type Json = { readonly [key: string]: unknown };

export function parseJson(text: string): unknown {
  bound(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /line (\d+)/.exec(message)?.[1] ?? null;
    const position = /position (\d+)/.exec(message)?.[1];
    const at = line ? Number(line) : position ? text.slice(0, Number(position)).split('\n').length : null;
    throw new Unreadable({
      is: 'malformed',
      format: 'JSON',
      line: at,
      text: message.replace(/, ?"?\.\.\.[\s\S]*$|\s+in JSON at[\s\S]*$/, '').slice(0, 120),
    });
  }
}

/** Counts what there would be before anything is made of it. */
function bound(text: string): void {
  let depth = 0;
  let values = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > MOST_DEPTH)
        throw new Unreadable({ is: 'refused', text: `The file is nested deeper than ${MOST_DEPTH} levels; that is no schedule.` });
      values++;
    } else if (code === 0x7d || code === 0x5d) depth--;
    else if (code === 0x2c && ++values > MOST_VALUES)
      throw new Unreadable({ is: 'refused', text: `The file has more than ${MOST_VALUES} values; that is no schedule.` });
  }
}

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const objectAt = (value: unknown, key: string): Json | null => (isObject(value) && isObject(value[key]) ? value[key] : null);
export const listAt = (value: unknown, key: string): unknown[] => (isObject(value) && Array.isArray(value[key]) ? value[key] : []);

/** Text of a field: `undefined` where it is not there, `null` where it is null; numbers are told as text. */
export function textAt(value: unknown, key: string): string | null | undefined {
  if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
  const found = value[key];
  if (typeof found === 'string') return found;
  return typeof found === 'number' ? String(found) : null;
}

/** The line on which texts stand, found as they come, as a parser of JSON tells none. */
export function lineFinder(text: string): (needle: string) => number | null {
  let from = 0;
  let counted = 0;
  let line = 1;
  return (needle) => {
    if (!needle) return null;
    let at = text.indexOf(needle, from);
    if (at < 0) at = text.indexOf(needle);
    if (at < 0) return null;
    from = at;
    if (at < counted) {
      counted = 0;
      line = 1;
    }
    for (let next = text.indexOf('\n', counted); next >= 0 && next < at; next = text.indexOf('\n', counted)) {
      line++;
      counted = next + 1;
    }
    return line;
  };
}
