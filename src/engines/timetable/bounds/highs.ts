import type { Highs } from 'highs';

/** Starts the solver. (The package's types describe its CommonJS form; Node gives us its ES module.) */
export async function loadHighs(): Promise<Highs> {
  const module = (await import('highs')) as unknown as { default: () => Promise<Highs> };
  return module.default();
}
