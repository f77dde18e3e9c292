import type { Model } from './model.ts';

/**
 * What makes an instance contradictory before anything is planned, in words: sessions that one person cannot attend both, where the hard
 * rule of travel would be broken by every plan.
 */
export function contradictions(m: Model): string[] {
  const found: string[] = [];
  const { travel } = m.instance;
  m.instance.delegates.forEach(({ busy }, d) => {
    const stops = [...busy].sort((x, y) => x[0] - y[0]);
    for (let i = 1; i < stops.length && found.length < 20; i++) {
      const [s, h] = stops[i - 1]!;
      const [q, g] = stops[i]!;
      if (m.day[s] !== m.day[q] || q - s - 1 >= travel[h]![g]!) continue;
      found.push(
        s === q
          ? `delegates[${d}].busy: two sessions in slot ${s}`
          : `delegates[${d}].busy: a session in slot ${s} in hall ${h} and one in slot ${q} in hall ${g}, but the walk takes ${travel[h]![g]} free slots`,
      );
    }
  });
  return found;
}
