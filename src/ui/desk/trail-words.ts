/** Values of the trail that have words of their own, by the field that they stand in. */
import { noticeWords } from '#boards/notices/words.ts';
import { committeeKindName, memberRoleName } from '#boards/preparation/committees/words.ts';
import {
  accessName,
  activityKindName,
  activityStateName,
  boardName,
  countryName,
  editionStatusName,
  hostRoleName,
  languageName,
  letterKindName,
  organisationKindName,
  personRoleName,
  sessionKindName,
} from '#boards/programme/names.ts';
import type { HostRole } from '#boards/programme/content.ts';
import { adviceName, callStateName, partName, proposalStateName } from '#boards/programme/proposals/words.ts';
import { breakKindWord, choiceWord } from '#boards/programme/moving/words.ts';
import { equipmentName, layoutName, levelWords, ruleWords } from '#boards/programme/schedule/words.ts';
import type { Choice } from '#registry/rehearsals.server.ts';
import type { PageLanguage } from '#registry/text.ts';
import { roleWords } from './words.ts';

type Table = ((language: PageLanguage) => (key: never) => string) & { messages: Record<string, unknown> };
const STATES: Table[] = [activityStateName, proposalStateName, callStateName, noticeWords];
/** The first table that has the value tells it. */
const TABLES: Record<string, readonly Table[]> = {
  '': STATES,
  state: STATES,
  status: [editionStatusName],
  kind: [activityKindName, sessionKindName, organisationKindName, letterKindName, committeeKindName, noticeWords],
  board: [boardName],
  boards: [boardName],
  access: [accessName],
  role: [roleWords, personRoleName, hostRoleName, memberRoleName],
  advice: [adviceName],
  parts: [partName],
  rule: [ruleWords],
};
const LANGUAGES = new Set(['language', 'languages', 'interpretation', 'source', 'machine', 'outdated']);

export const trailWord =
  (language: PageLanguage) =>
  (field: string, value: string, path: string): string | null => {
    if (LANGUAGES.has(field)) return languageName(language, value);
    if (field === 'country') return countryName(language, value);
    if (field === 'layout') return layoutName(language, value);
    if (field === 'equipment') return equipmentName(language, value);
    if (field === 'breaks') return breakKindWord(language, value);
    if (field === 'choose') return choiceWord(language, path, value as Choice);
    if (field === 'role' && path.includes('hosts.') && value in hostRoleName.messages) return hostRoleName(language)(value as HostRole);
    for (const table of [...(TABLES[field] ?? []), levelWords as Table]) {
      if (Object.hasOwn(table.messages, value)) return (table(language) as (key: string) => string)(value);
    }
    return null;
  };
