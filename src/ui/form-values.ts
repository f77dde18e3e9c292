/**
 * The values of a form as one nested value: `title.zh` and `title.en` become `{ title: { zh, en } }`, `sessions.0.title` an element of a
 * list, and every `languages[]` one more element of `languages`. Files stay files. Names with `__proto__` and their like are refused.
 */
export function formValues(data: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of data) {
    if (typeof value !== 'string' && value.size === 0 && value.name === '') continue;
    const many = name.endsWith('[]');
    const path = (many ? name.slice(0, -2) : name).split('.');
    if (path.some((part) => part === '' || part in Object.prototype)) continue;
    let at = root;
    for (const part of path.slice(0, -1)) {
      const next = at[part];
      at = (typeof next === 'object' && next !== null ? next : (at[part] = {})) as Record<string, unknown>;
    }
    const last = path.at(-1)!;
    if (many) {
      const list = at[last];
      at[last] = Array.isArray(list) ? [...list, value] : [value];
    } else at[last] = value;
  }
  return withLists(root) as Record<string, unknown>;
}

/** Objects whose keys are all numbers become lists, in the order of the numbers. */
function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlain(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withLists(item)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,5}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item);
  }
  return Object.fromEntries(entries);
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;
