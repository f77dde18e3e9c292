/** A difference as readers look through it: by what it is about, with the kinds of change that can be chosen. */
import type { Uuid } from '../content.ts';
import type { Change, FieldChange, Subject } from '../difference.ts';

export const CHANGE_KINDS = ['added', 'gone', 'time', 'room', 'state', 'title', 'people', 'text', 'other'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const isChangeKind = (value: string | null): value is ChangeKind => CHANGE_KINDS.some((kind) => kind === value);

const KIND_OF_FIELD: Record<string, ChangeKind> = {
  time: 'time',
  room: 'room',
  state: 'state',
  cancelled: 'state',
  status: 'state',
  startsOn: 'time',
  endsOn: 'time',
  title: 'title',
  subtitle: 'title',
  name: 'title',
  people: 'people',
  hosts: 'people',
  affiliations: 'people',
  abstract: 'text',
  description: 'text',
  biography: 'text',
  about: 'text',
  theme: 'text',
  body: 'text',
};

export const kindOfField = (field: FieldChange): ChangeKind => KIND_OF_FIELD[field.field] ?? 'other';

/** The kinds of change that one entry of a difference shows. */
export const kindsOf = (change: Change): ChangeKind[] =>
  change.is === 'changed' ? [...new Set(change.fields.map(kindOfField))] : [change.is];

/** An activity with what changed in it and in its sessions. */
export interface ActivityGroup {
  id: Uuid;
  subject: Pick<Subject, 'slug' | 'title'>;
  own: Change | null;
  sessions: Change[];
  /** Sessions that only moved along with their activity, by as much as it did. */
  movedAlong: number;
}

export type OtherSection = 'edition' | 'person' | 'organisation' | 'place' | 'result' | 'letter' | 'category';

export interface ChangeList {
  activities: ActivityGroup[];
  others: { section: OtherSection; changes: Change[] }[];
  /** How many entries show each kind, before any choice. */
  counts: { kind: ChangeKind; count: number }[];
  total: number;
  shown: number;
}

const SECTIONS: OtherSection[] = ['edition', 'person', 'organisation', 'place', 'result', 'letter', 'category'];

const sectionOf = (type: Subject['type']): OtherSection | null => {
  if (type === 'activity' || type === 'session') return null;
  if (type === 'series') return 'edition';
  return type === 'focus' || type === 'topic' || type === 'field' ? 'category' : type;
};

/** Groups a difference; with `kind` only the entries of that kind, and of them only the fields of it. */
export function changeList(changes: readonly Change[], kind: ChangeKind | null): ChangeList {
  const counts = new Map<ChangeKind, number>();
  for (const change of changes) for (const one of kindsOf(change)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const chosen = kind ? onlyKind(changes, kind) : changes;
  const groups = new Map<Uuid, ActivityGroup>();
  const others = new Map<OtherSection, Change[]>();
  for (const change of chosen) {
    const { subject } = change;
    const section = sectionOf(subject.type);
    if (section) {
      others.set(section, [...(others.get(section) ?? []), change]);
      continue;
    }
    const owner = subject.activity ?? subject;
    let group = groups.get(owner.id);
    if (!group) groups.set(owner.id, (group = { id: owner.id, subject: owner, own: null, sessions: [], movedAlong: 0 }));
    if (subject.activity) group.sessions.push(change);
    else group.own = change;
  }
  for (const group of groups.values()) foldMoves(group);
  return {
    activities: [...groups.values()],
    others: SECTIONS.flatMap((section) => {
      const list = others.get(section);
      return list ? [{ section, changes: list }] : [];
    }),
    counts: CHANGE_KINDS.flatMap((one) => {
      const count = counts.get(one);
      return count ? [{ kind: one, count }] : [];
    }),
    total: changes.length,
    shown: chosen.length,
  };
}

/** Entries that show the kind, each with the fields of it alone. */
export const onlyKind = (changes: readonly Change[], kind: ChangeKind): Change[] => changes.flatMap((change) => only(change, kind));

function only(change: Change, kind: ChangeKind): Change[] {
  if (change.is !== 'changed') return change.is === kind ? [change] : [];
  const fields = change.fields.filter((field) => kindOfField(field) === kind);
  return fields.length > 0 ? [{ ...change, fields }] : [];
}

/** That an agenda moves with its activity is said once, not for each session. */
function foldMoves(group: ActivityGroup): void {
  const way = group.own && moveOf(group.own);
  if (way === null) return;
  const others = group.sessions.filter((change) => !(change.is === 'changed' && change.fields.length === 1 && moveOf(change) === way));
  group.movedAlong = group.sessions.length - others.length;
  group.sessions = others;
}

/** By how many milliseconds a change moves its start and its end alike; `null` for none. */
function moveOf(change: Change): number | null {
  const time = change.is === 'changed' ? change.fields.find((field) => field.as === 'slot') : undefined;
  if (time?.as !== 'slot' || !time.before || !time.after) return null;
  const way = Date.parse(time.after.startsAt) - Date.parse(time.before.startsAt);
  return Date.parse(time.after.endsAt) - Date.parse(time.before.endsAt) === way ? way : null;
}

export interface TextPieces {
  same: string;
  before: string;
  after: string;
  rest: string;
}

/** Two texts cut where they part and where they meet again, at whole words of Latin script and single characters of Chinese. */
export function partingOf(before: string, after: string): TextPieces {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const join = (list: string[], from: number, to: number) => list.slice(from, to).join('');
  return {
    same: join(a, 0, start),
    before: join(a, start, a.length - end),
    after: join(b, start, b.length - end),
    rest: join(a, a.length - end, a.length),
  };
}

const wordsOf = (text: string): string[] => text.match(/[\p{Script=Latin}\p{N}\p{M}]+|[\s\S]/gu) ?? [];
