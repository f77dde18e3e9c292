/**
 * A mail's text, set so that all look alike: greeting, paragraphs, facts as aligned lines, addresses on lines of their own, and below a dash
 * who wrote and why one gets it. Plain text without hard line ends: mail programs break lines to their width, which a phone needs.
 */
import { words } from '../words.ts';
import { type Localised, nameIn, type PageLanguage, textIn } from '#registry/text.ts';

export interface Letter {
  language: PageLanguage;
  /** As the person is addressed; empty for one whose name is not known. */
  name: string;
  /** In the order in which they are read. A list is set as facts, one to a line; a link as a line of its own, `{site}` standing for the address of the site. */
  parts: readonly (string | { facts: readonly (readonly [label: string, value: string])[] } | { link: string; text: string })[];
  /** Whom it is from: the edition's or the series' name. */
  from: Localised | string;
  /** Why one gets it: a whole sentence. */
  why: string;
}

const say = words({
  dear: { zh: '{name}：', en: 'Dear {name},' },
  dearAll: { zh: '您好：', en: 'Hello,' },
  hello: { zh: '您好！', en: '' },
  colon: { zh: '：', en: ': ' },
});

export function letter({ language, name, parts, from, why }: Letter): string {
  const tell = say(language);
  const greeting = name
    ? [tell('dear', { name: nameIn(name, language).replace(/\s+/g, ' ').trim() }), tell('hello')].filter(Boolean).join('\n')
    : tell('dearAll');
  const set = parts.map((part) => {
    if (typeof part === 'string') return part.trim();
    if ('facts' in part) return part.facts.map(([label, value]) => `  ${label}${tell('colon')}${value}`).join('\n');
    return `${part.text}${tell('colon').trim()}\n${part.link}`;
  });
  const sender = typeof from === 'string' ? from : textIn(from, language);
  return `${[greeting, ...set.filter(Boolean)].join('\n\n')}\n\n-- \n${sender}\n${why}\n`;
}

/**
 * What several letters in one language share, so that it can be read and changed once: the text below their greetings, where they have the
 * same; `null` where they differ.
 */
export function sharedText(letters: readonly { subject: string; body: string }[]): { subject: string; body: string } | null {
  const [first, ...rest] = letters.map(({ subject, body }) => ({ subject, body: splitLetter(body).text }));
  return first && rest.every(({ subject, body }) => subject === first.subject && body === first.body) ? first : null;
}

/** A letter's greeting, up to the first empty line, and what follows it. */
export function splitLetter(body: string): { greeting: string; text: string } {
  const end = body.indexOf('\n\n');
  return end < 0 ? { greeting: '', text: body } : { greeting: body.slice(0, end), text: body.slice(end + 2) };
}

export const joinLetter = (greeting: string, text: string): string => (greeting ? `${greeting}\n\n${text}` : text);
