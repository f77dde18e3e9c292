import type { PageLanguage } from '#registry/text.ts';
import type { Table } from '../../formats/table.ts';
import { hostingWords } from '../words.ts';
import { GUEST_COLUMNS, type GuestEntry } from './model.ts';

export const GUEST_STATE = {
  listed: 'guestListed',
  invited: 'guestInvited',
  accepted: 'guestAccepted',
  declined: 'guestDeclined',
} as const;

/** As it is read in again. */
export function guestTable(guests: readonly GuestEntry[], language: PageLanguage): Table {
  const say = hostingWords(language);
  return {
    name: say('guests'),
    columns: GUEST_COLUMNS.map((key) => ({
      key,
      header:
        language === 'zh' ? { name: '姓名', organisation: '单位', post: '职务', email: '邮箱', state: '状态', note: '备注' }[key] : key,
    })),
    rows: guests.map((guest) =>
      GUEST_COLUMNS.map((key) => (key === 'state' ? (language === 'zh' ? say(GUEST_STATE[guest.state]) : guest.state) : guest[key])),
    ),
  };
}
