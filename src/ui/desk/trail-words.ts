/** Values of the trail that have words of their own, by the field that they stand in. */
import { factName } from '#boards/facts/words.ts';
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
import { proposeWords } from '#boards/programme/schedule/proposing/words.ts';
import { equipmentName, layoutName, levelWords, ruleWords } from '#boards/programme/schedule/words.ts';
import { words } from '#platform/words.ts';
import type { Choice } from '#registry/rehearsals.server.ts';
import type { PageLanguage } from '#registry/text.ts';
import { roleWords } from './words.ts';

type Table = ((language: PageLanguage) => (key: never) => string) & { messages: Record<string, unknown> };
/** What is written only where the trail is read. */
const trailValues = words({
  done: { zh: '已完成', en: 'done' },
  waived: { zh: '免除', en: 'waived' },
  invited: { zh: '已邀请', en: 'invited' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  declined: { zh: '已谢绝', en: 'declined' },
  along: { zh: '环节一并移动', en: 'sessions move along' },
  stay: { zh: '环节保持原时间', en: 'sessions stay' },
  grant: { zh: '同意', en: 'granted' },
  refuse: { zh: '不同意', en: 'refused' },
  all: { zh: '所有活动', en: 'all activities' },
  boards: { zh: '部分板块', en: 'some boards' },
  chosen: { zh: '选定的活动', en: 'chosen activities' },
  placed: { zh: '已排定的不动', en: 'what is placed stays' },
  published: { zh: '已公布的不动', en: 'what is public stays' },
  nothing: { zh: '只有锁定的不动', en: 'only what is locked stays' },
  message: { zh: '留言', en: 'message' },
  note: { zh: '内部备注', en: 'note' },
});
const STATES: Table[] = [activityStateName, proposalStateName, callStateName, noticeWords, trailValues];
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
  keep: [trailValues],
  askedOf: [trailValues],
  decision: [trailValues],
  answer: [trailValues],
  sessions: [trailValues],
  wishes: [proposeWords],
  audiences: [proposeWords],
  moves: [proposeWords],
  key: [factName],
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
