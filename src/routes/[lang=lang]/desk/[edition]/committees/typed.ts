/** What a refused form gives back, for the form that it came from. */

/** The values as they were typed, nested as their names say. */
export type Typed = Record<string, string & Record<string, string>>;
export type Answered = { form?: string; problem?: unknown; values?: Record<string, unknown>; done?: unknown } | null | undefined;

/** What was typed and the paths of what is wrong; `null` unless the form of `verb` about just these ids was refused. */
export function typedIn(form: Answered, verb: string, about: Record<string, string>): { values: Typed; wrong: string[] } | null {
  if (!form?.problem || form.form !== verb) return null;
  const values = form.values ?? {};
  const same = ['id', ...Object.keys(about)].every((name) => (values[name] ?? '') === (about[name] ?? ''));
  if (!same) return null;
  const { errors = [] } = form.problem as { errors?: { path: string }[] };
  return { values: values as Typed, wrong: errors.map(({ path }) => path) };
}
