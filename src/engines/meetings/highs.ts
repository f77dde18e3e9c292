import type { LegacyHighs } from 'highs';

/** A fresh solver; loaded only when asked for, since most plans of a session need none. */
export async function loadHighs(): Promise<Pick<LegacyHighs, 'solve'>> {
  const module = (await import('highs')) as unknown as { default: () => Promise<LegacyHighs> };
  return module.default();
}
