/** How a change in the audit trail is read: field by field, before and after. */
export interface Change {
  /** `title.zh`, `sessions.2.room`; empty for a value that has no fields. */
  field: string;
  before: string | null;
  after: string | null;
}

type Leaves = Map<string, string>;

function leaves(value: unknown, path: string, into: Leaves): Leaves {
  if (value === null || value === undefined) return into;
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    if (entries.length === 0) into.set(path, Array.isArray(value) ? '[]' : '{}');
    // A localised text is its languages: which it was written in is told only where that alone is another.
    for (const [key, inner] of entries) leaves(inner, key === 'texts' ? path : path ? `${path}.${key}` : key, into);
  } else into.set(path, String(value));
  return into;
}

const isSource = (field: string): boolean => /(^|\.)source$/.test(field);

/** What differs, in the order in which it is told. A list is compared place by place. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [was, is] = [leaves(before, '', new Map()), leaves(after, '', new Map())];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter(({ field, before, after }) => before !== after && !(isSource(field) && (before === null || after === null)));
}
