/** Changes told in lines, for feeds and tables. */
import { textIn } from '#registry/text.ts';
import type { PageLanguage } from '#registry/text.ts';
import type { Change, FieldChange, Subject } from '../difference.ts';
import { accessName, activityKindName, activityStateName, boardName, sessionKindName } from '../names.ts';
import { fieldWords } from '../pages/change-words.ts';
import { slotLine } from '../pages/told.ts';
import { oneLine } from './plain-text.ts';
import { feedWords } from './words.ts';

export function subjectTold(subject: Subject, language: PageLanguage): string {
  const own = oneLine(textIn(subject.title, language));
  if (!subject.activity) return own;
  return feedWords(language)('within', { activity: oneLine(textIn(subject.activity.title, language)), session: own });
}

export const fieldName = (field: string, language: PageLanguage): string =>
  fieldWords(language)(field as keyof typeof fieldWords.messages & string);

/** Before and after in words; `null` where a change is too long for a line. */
export function fieldTold(field: FieldChange, language: PageLanguage, zone: string): { before: string; after: string } | null {
  const none = feedWords(language)('nothing');
  switch (field.as) {
    case 'slot': {
      const slot = (value: typeof field.before) => (value ? slotLine(language, value.startsAt, value.endsAt, zone) : none);
      return { before: slot(field.before), after: slot(field.after) };
    }
    case 'text': {
      const [before, after] = [oneLine(textIn(field.before, language)), oneLine(textIn(field.after, language))];
      return before.length + after.length > 240 || before === after ? null : { before: before || none, after: after || none };
    }
    case 'list': {
      const names = (items: typeof field.joined) =>
        items.map((item) => oneLine(textIn(item, language))).join(language === 'zh' ? '、' : ', ');
      return { before: names(field.left) || none, after: names(field.joined) || none };
    }
    case 'plain': {
      const [before, after] = [named(field.field, field.before, language), named(field.field, field.after, language)];
      return /^[[{]/.test(field.before ?? field.after ?? '') ? null : { before: before ?? none, after: after ?? none };
    }
  }
}

/** Values that have a name are told by it. */
function named(field: string, value: string | null, language: PageLanguage): string | null {
  if (value === null) return null;
  const names = { state: [activityStateName], board: [boardName], access: [accessName], kind: [activityKindName, sessionKindName] }[field];
  for (const name of names ?? []) if (Object.hasOwn(name.messages, value)) return (name(language) as (key: string) => string)(value);
  return value;
}

/** A change in a line, and a line for each of its fields. */
export function changeTold(change: Change, language: PageLanguage, zone: string): { head: string; lines: string[] } {
  const say = feedWords(language);
  const head = say(change.is, { what: subjectTold(change.subject, language) });
  if (change.is !== 'changed') return { head, lines: [] };
  const lines = change.fields.map((field) => {
    const name = fieldName(field.field, language);
    const told = fieldTold(field, language, zone);
    if (!told) return say('other', { field: name });
    if (field.as !== 'list') return say('field', { field: name, ...told });
    const parts = [
      ...(field.joined.length > 0 ? [say('joined', { field: name, names: told.after })] : []),
      ...(field.left.length > 0 ? [say('left', { field: name, names: told.before })] : []),
    ];
    return parts.join('; ');
  });
  return { head, lines };
}
