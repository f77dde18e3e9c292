/** Putting what a file says into what an edition has, and no more than it says. */
import { type Localised, onlyIn, textIn } from '#registry/text.ts';
import { clean } from '../formats/plain-text.ts';
import type { Texts } from './imported.ts';

/** The text with one of its languages changed: translations of a changed source are out of date, a changed translation no longer is. */
export function putText(text: Localised | null, language: string, told: string): Localised {
  if (!text) return onlyIn(language, told);
  const { machine = [], outdated = [], ...rest } = text;
  const source = language === text.source;
  const others = Object.keys(text.texts).filter((code) => code !== language && code !== text.source);
  const nowOutdated = source
    ? [...new Set([...outdated, ...others])].filter((code) => code !== language)
    : outdated.filter((code) => code !== language);
  const nowMachine = machine.filter((code) => code !== language);
  return {
    ...rest,
    texts: { ...text.texts, [language]: told },
    ...(nowMachine.length > 0 ? { machine: nowMachine } : {}),
    ...(nowOutdated.length > 0 ? { outdated: nowOutdated } : {}),
  };
}

/** `base` is what our own file of the same format says of the text as it is. */
export function putTexts<Text extends Localised | null>(
  text: Text,
  base: Texts | null | undefined,
  told: Texts | null | undefined,
  language: string,
): Text | Localised | null {
  if (told === undefined) return text;
  if (told === null) return base === null || base === undefined || text === null ? text : null;
  let changed: Localised | null = text;
  for (const [code, words] of Object.entries(told)) {
    const of = code || language;
    if (base && (base[code] ?? base['']) === words) continue;
    if (changed && plain(textIn(changed, of)) === plain(words)) continue;
    changed = putText(changed, of, words);
  }
  return changed;
}

const plain = (text: string): string => clean(text).replace(/\s+/g, ' ');
