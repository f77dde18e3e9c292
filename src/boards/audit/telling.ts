/** A change as a reader is told it: fields in words, ids by what they stand for, moments and days in the reader's language. */
import type { Decided } from '#registry/breaks.ts';
import { type Localised, nameIn, type PageLanguage, textIn } from '#registry/text.ts';
import { dayTold, momentTold } from '#ui/moments.ts';
import { fieldWord } from './field-words.ts';
import { type Change, changesBetween } from './model.ts';

export interface Told {
  text: string;
  /** What stands in the trail, where the text is told in its place. */
  raw?: string;
  /** What is said of it besides. */
  note?: string;
}
export interface ToldChange {
  /** As the trail has it: `sessions.2.room`. */
  field: string;
  label: string;
  before: Told | null;
  after: Told | null;
}

export interface Telling {
  language: PageLanguage;
  /** What moments are told in. */
  timeZone: string;
  /** By id or mail address. */
  names: Record<string, Localised | string>;
  /** A value that has words of its own (`state`, `issued`), or `null`; `path` is all that the field lies in (`hosts.0.role`). */
  word(field: string, value: string, path: string): string | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

export function changesTold(before: unknown, after: unknown, telling: Telling): ToldChange[] {
  const [rest, decisions] = withoutDecisions(after);
  const changes = changesBetween(before, rest).map(({ field, ...change }) => ({
    field,
    label: labelOf(field, telling),
    before: valueTold(field, change.before, telling),
    after: valueTold(field, change.after, telling),
  }));
  return [...changes, ...decisions.map((one, at) => decisionTold(one, at, telling))];
}

const isDecided = (value: unknown): value is Decided =>
  typeof value === 'object' && value !== null && 'choose' in value && 'about' in value && 'kind' in value;

/** What was decided of what a move breaks is told decision by decision, not field by field. */
function withoutDecisions(value: unknown): [unknown, Decided[]] {
  if (typeof value !== 'object' || value === null || !('decisions' in value)) return [value, []];
  const { decisions, ...rest } = value;
  return Array.isArray(decisions) && decisions.every(isDecided) ? [rest, decisions] : [value, []];
}

function decisionTold({ kind, about, why, choose, reason }: Decided, at: number, { language, word }: Telling): ToldChange {
  const field = `decisions.${at}`;
  const [colon, open, close] = language === 'zh' ? (['：', '（', '）'] as const) : ([': ', ' (', ')'] as const);
  const chosen = word('choose', choose, kind) ?? choose;
  const text = reason ? `${chosen}${open}${fieldWord(language, 'reason')}${colon}${reason}${close}` : chosen;
  return {
    field,
    label: `${fieldWord(language, 'decisions')} · ${word('breaks', kind, field) ?? kind}${colon}${textIn(about, language)}`,
    before: null,
    after: { text, raw: choose, ...(why ? { note: textIn(why, language) } : {}) },
  };
}

const isPlace = (part: string): boolean => /^\d+$/.test(part);

/** `sessions.2.room` is “Sessions 3 · Room”, `title.zh` is “Title (Chinese)”. */
function labelOf(field: string, { language, names }: Telling): string {
  const parts: string[] = [];
  for (const part of field === '' ? [] : field.split('.')) {
    if (isPlace(part)) parts.push(`${parts.pop() ?? ''} ${Number(part) + 1}`.trim());
    else if ((part === 'zh' || part === 'en') && parts.length > 0)
      parts.push(language === 'zh' ? `${parts.pop()}（${fieldWord(language, part)}）` : `${parts.pop()} (${fieldWord(language, part)})`);
    else parts.push(nameOf(part, language, names) ?? fieldWord(language, part));
  }
  return parts.join(' · ');
}

/** The last part of a field that is no place in a list: `hosts.0.role` is a `role`, `languages.1` is one of `languages`. */
const lastOf = (field: string): string => field.split('.').findLast((part) => !isPlace(part)) ?? '';

function valueTold(field: string, value: Change['before'], telling: Telling): Told | null {
  if (value === null) return null;
  const text = textOf(field, value, telling);
  return text === value ? { text } : { text, raw: value };
}

function textOf(path: string, value: string, { language, timeZone, names, word }: Telling): string {
  if (value === 'true') return language === 'zh' ? '是' : 'yes';
  if (value === 'false') return language === 'zh' ? '否' : 'no';
  if (value === '[]' || value === '{}' || value === '') return language === 'zh' ? '（空）' : '(empty)';
  if (MOMENT.test(value)) return momentTold(language, value, timeZone);
  if (DAY.test(value)) return dayTold(language, value);
  const named = nameOf(value, language, names);
  if (named !== null) return named;
  const said = word(lastOf(path), value, path);
  if (said !== null) return said;
  // A clash is named by its rule and all that clash.
  return value.replace(UUIDS, (id) => nameOf(id, language, names) ?? id);
}

function nameOf(key: string, language: PageLanguage, names: Telling['names']): string | null {
  if (!UUID.test(key) && !key.includes('@')) return null;
  const name = Object.hasOwn(names, key) ? names[key] : undefined;
  if (name === undefined) return null;
  return (typeof name === 'string' ? nameIn(name, language) : textIn(name, language)) || null;
}

/** Who acted, by name; programs and accounts that are gone stand as the trail has them. */
export const actorTold = (actor: string, { language, names }: Pick<Telling, 'language' | 'names'>): Told => {
  const name = nameOf(actor, language, names);
  return name === null ? { text: actor } : { text: name, raw: actor };
};

/** `activity 5f…` is “Activity: Opening ceremony”. */
export function subjectTold(subject: string, { language, names }: Pick<Telling, 'language' | 'names'>): Told {
  const [colon, between] = language === 'zh' ? ['：', ''] : [': ', ' '];
  let text = '';
  let word = true;
  for (const part of subject.split(' ')) {
    const said = nameOf(part, language, names) ?? fieldWord(language, part);
    const isWord = said !== part && !UUID.test(part) && !part.includes('@');
    text += text === '' ? said : word && !isWord ? `${colon}${said}` : word ? `${between}${said}` : ` · ${said}`;
    word = isWord;
  }
  return text === subject ? { text } : { text, raw: subject };
}

/** All of it on one line, for a cell of a table. */
export const lineTold = (changes: readonly ToldChange[], language: PageLanguage): string =>
  changes
    .map(({ label, before, after }) => {
      const is = after && (after.note ? `${after.text}${language === 'zh' ? `（${after.note}）` : ` (${after.note})`}` : after.text);
      const told = before && is ? `${before.text} → ${is}` : (is ?? `${before?.text ?? ''} →`);
      return label ? `${label}${language === 'zh' ? '：' : ': '}${told}` : told;
    })
    .join(language === 'zh' ? '；' : '; ');
