/** Plain values of a change in words: names for kinds and states, dates as dates, lists of languages as their names. */
import type { PageLanguage } from '#registry/text.ts';
import type { Subject } from '../difference.ts';
import {
  accessName,
  activityKindName,
  activityStateName,
  boardName,
  countryName,
  editionStatusName,
  languageName,
  letterKindName,
  organisationKindName,
  placeKindName,
  sessionKindName,
  stageName,
} from '../names.ts';
import { changeWords, fieldWords } from './change-words.ts';
import { dateTold, momentTold } from './told.ts';
import { equipmentName } from './words.ts';

interface Named {
  (language: PageLanguage): (key: never) => string;
  messages: object;
}

const KINDS: Partial<Record<Subject['type'], Named>> = {
  activity: activityKindName,
  session: sessionKindName,
  organisation: organisationKindName,
  place: placeKindName,
  letter: letterKindName,
};

const NAMES: Record<string, Named> = {
  state: activityStateName,
  board: boardName,
  access: accessName,
  stage: stageName,
  status: editionStatusName,
};

/**
 * A plain value as the reader is told it; `null` where nothing better can be said than that it changed. `zone` is the one that instants are
 * told in.
 */
export function valueTold(language: PageLanguage, type: Subject['type'], field: string, value: string | null, zone: string): string | null {
  const say = changeWords(language);
  if (value === null || value === '' || value === '[]') return say('none');
  const names = field === 'kind' ? KINDS[type] : NAMES[field];
  if (names) return Object.hasOwn(names.messages, value) ? names(language)(value as never) : value;
  if (value === 'true' || value === 'false') return say(value === 'true' ? 'yes' : 'no');
  switch (field) {
    case 'country':
      return countryName(language, value);
    case 'startsOn':
    case 'endsOn':
    case 'writtenOn':
      return dateTold(language, value);
    case 'firstPlannedStartsAt':
      return momentTold(language, value, zone);
    case 'languages':
    case 'interpretation':
      return listTold(language, value, (code) => languageName(language, code));
    case 'equipment':
      return listTold(language, value, (key) => equipmentName(language, key));
    case 'guid':
    case 'portrait':
    case 'parent':
    case 'people':
    case 'hosts':
    case 'fields':
    case 'results':
      return null;
    default:
      return /^[[{]/.test(value) ? null : value;
  }
}

function listTold(language: PageLanguage, json: string, name: (key: string) => string): string | null {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.map((one) => name(String(one))).join(language === 'zh' ? '\u3001' : ', ') : null;
  } catch {
    return null;
  }
}

export const fieldTold = (language: PageLanguage, field: string): string =>
  Object.hasOwn(fieldWords.messages, field) ? fieldWords(language)(field as keyof typeof fieldWords.messages) : field;
