import { parseConference } from './formats/csp.ts';
import { parseCourses } from './formats/ctt.ts';
import { parseJson, parseProblem, type Read } from './parse.ts';
import type { AnyProblem } from './solve.ts';

export const FORMS = ['native', 'csp', 'ctt'] as const;
export type Form = (typeof FORMS)[number];

/** Reads a problem file of the given form, or says what is wrong with it and where. */
export function readProblem(form: Form, text: string): Read<AnyProblem> {
  if (form === 'ctt') {
    const read = parseCourses(text);
    return read.ok ? { ok: true, value: { form, problem: read.value } } : read;
  }
  const json = parseJson(text);
  if (!json.ok) return json;
  if (form === 'csp') {
    const read = parseConference(json.value);
    return read.ok ? { ok: true, value: { form, problem: read.value } } : read;
  }
  const read = parseProblem(json.value);
  return read.ok ? { ok: true, value: { form, problem: read.value } } : read;
}
