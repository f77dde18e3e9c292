/** The guest list of an activity, and how it is read from a table that somebody made. */
import type { Row } from '../../import/sheet.ts';

export const GUEST_STATES = ['listed', 'invited', 'accepted', 'declined'] as const;
export type GuestState = (typeof GUEST_STATES)[number];

export interface GuestEntry {
  name: string;
  organisation: string;
  post: string;
  email: string | null;
  state: GuestState;
  note: string;
}
export interface Guest extends GuestEntry {
  id: string;
  version: number;
}
export const GUEST_COLUMNS = ['name', 'organisation', 'post', 'email', 'state', 'note'] as const;
export type GuestColumn = (typeof GUEST_COLUMNS)[number];

/** What columns and states are called in tables, in lower case. */
const NAMES: Record<GuestColumn, readonly string[]> = {
  name: ['name', 'guest', 'full name', '姓名', '嘉宾', '嘉宾姓名'],
  organisation: ['organisation', 'organization', 'company', 'affiliation', 'institution', '单位', '机构', '工作单位', '所在单位'],
  post: ['post', 'position', 'title', 'job title', '职务', '职位', '职称'],
  email: ['email', 'e-mail', 'mail', 'email address', '邮箱', '电子邮箱', '邮件', '电子邮件'],
  state: ['state', 'status', 'answer', 'reply', '状态', '回复', '答复'],
  note: ['note', 'notes', 'remark', 'remarks', '备注', '说明'],
};
const STATES: Record<GuestState, readonly string[]> = {
  listed: ['', 'listed', '拟邀请', '待邀请', '已列入'],
  invited: ['invited', '已邀请'],
  accepted: ['accepted', 'yes', 'confirmed', '已接受', '已确认', '确认', '参加'],
  declined: ['declined', 'no', '已谢绝', '谢绝', '不参加'],
};

export type RowProblem = 'nameless' | 'too-long' | 'no-mail-address' | 'unknown-state' | 'twice-in-file' | 'on-the-list';
export interface BadRow {
  line: number;
  problem: RowProblem;
  /** What stands there. */
  told: string;
}
export type TableProblem = { is: 'no-name-column'; columns: string[] } | { is: 'no-rows' } | { is: 'too-many-rows'; most: number };

export interface Reading {
  problem: TableProblem | null;
  guests: (GuestEntry & { line: number })[];
  bad: BadRow[];
  /** Columns that are not read. */
  ignored: string[];
}
export const MOST_GUESTS = 5000;
const MAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** `taken`: mail addresses of guests on the list already, which are not entered twice. */
export function readGuests(rows: readonly Row[], taken: ReadonlySet<string>): Reading {
  const [head, ...body] = rows;
  const nothing = (problem: TableProblem): Reading => ({ problem, guests: [], bad: [], ignored: [] });
  if (!head) return nothing({ is: 'no-rows' });
  const titles = head.cells.map((cell) => cell.trim());
  const keys = titles.map((title) => GUEST_COLUMNS.find((column) => NAMES[column].includes(title.toLowerCase())) ?? null);
  if (!keys.includes('name')) return nothing({ is: 'no-name-column', columns: titles.filter(Boolean) });
  if (body.length === 0) return nothing({ is: 'no-rows' });
  if (body.length > MOST_GUESTS) return nothing({ is: 'too-many-rows', most: MOST_GUESTS });
  const guests: Reading['guests'] = [];
  const bad: BadRow[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of body) {
    const value = (column: GuestColumn): string => {
      const at = keys.indexOf(column);
      return at < 0 ? '' : (cells[at] ?? '').trim();
    };
    const complain = (problem: RowProblem, told: string) => bad.push({ line, problem, told: told.slice(0, 80) });
    const [name, organisation, post, note] = [value('name'), value('organisation'), value('post'), value('note')];
    const email = value('email').toLowerCase();
    const state = GUEST_STATES.find((one) => STATES[one].includes(value('state').toLowerCase()));
    if (!name) complain('nameless', cells.filter(Boolean).join(' '));
    else if (name.length > 200 || organisation.length > 300 || post.length > 200 || note.length > 1000) complain('too-long', name);
    else if (email && (!MAIL.test(email) || email.length > 254)) complain('no-mail-address', email);
    else if (!state) complain('unknown-state', value('state'));
    else if (email && seen.has(email)) complain('twice-in-file', email);
    else if (email && taken.has(email)) complain('on-the-list', email);
    else {
      if (email) seen.add(email);
      guests.push({ line, name, organisation, post, email: email || null, state, note });
    }
  }
  return { problem: null, guests, bad, ignored: titles.filter((title, at) => title && keys[at] === null) };
}

export const guestCounts = (guests: readonly GuestEntry[]): Record<GuestState, number> =>
  Object.fromEntries(GUEST_STATES.map((state) => [state, guests.filter((guest) => guest.state === state).length])) as Record<
    GuestState,
    number
  >;
