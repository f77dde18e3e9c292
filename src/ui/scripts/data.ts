/** The data block that the page carries for its scripts (`Data.svelte`). */
export function dataOf<Value>(id: string): Value {
  const block = document.getElementById(id);
  if (!block?.textContent) throw new Error(`The page has no data block ${id}`);
  return JSON.parse(block.textContent) as Value;
}

/** Fills `%name` in a template. */
export const fill = (template: string, values: Record<string, string | number>): string =>
  template.replace(/%(\w+)/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
