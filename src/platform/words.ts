/**
 * The words of the screens. Each folder keeps its own `words.ts`: every message stands there once in each language, side by side, so that
 * a missing translation is a type error. Messages are ICU MessageFormat (`{count, plural, one {# change} other {# changes}}`).
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { PageLanguage } from '#registry/text.ts';

export type Message = Record<PageLanguage, string>;
export type Values = Record<string, string | number | boolean | Date>;
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/** Locale whose rules (plurals, dates, digits) each page language follows. */
export const LOCALE: Record<PageLanguage, string> = { zh: 'zh-CN', en: 'en-GB' };

/**
 * `const say = words({ changes: { zh: '…', en: '…' } })`, then `say('en')('changes', { count: 9 })`.
 * Throws where a message is malformed; a test compiles them all.
 */
export function words<const Messages extends Record<string, Message>>(
  messages: Messages,
): ((language: PageLanguage) => Say<keyof Messages & string>) & { messages: Messages } {
  const made = new Map<string, IntlMessageFormat>();
  const say = (language: PageLanguage) => (key: keyof Messages & string, values?: Values) => {
    const message = messages[key]?.[language] ?? key;
    // Most messages are plain words: parsing is left to those that have an argument.
    if (!message.includes('{')) return message;
    const id = `${language} ${key}`;
    let format = made.get(id);
    if (!format) made.set(id, (format = new IntlMessageFormat(message, LOCALE[language], undefined, { ignoreTag: true })));
    return String(format.format(values));
  };
  return Object.assign(say, { messages });
}
