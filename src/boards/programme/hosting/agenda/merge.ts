/**
 * Two people changed one agenda: what each changed alone is put together; what both changed differently is a conflict, to be chosen
 * field by field. Nothing is lost without having been shown.
 */
import type { Uuid } from '../../content.ts';
import type { Agenda, AgendaSession } from './model.ts';

/** The parts of a session that are compared; hours belong together. */
export const SESSION_FIELDS = ['hours', 'title', 'abstract', 'kind', 'languages', 'cancelled', 'people'] as const;
export type SessionField = (typeof SESSION_FIELDS)[number];

export type Conflict =
  | { is: 'field'; session: Uuid; field: SessionField; mine: unknown; theirs: unknown }
  /** One removed what the other changed; `null` is whoever removed it. */
  | { is: 'removed'; session: Uuid; mine: AgendaSession | null; theirs: AgendaSession | null };

export interface Merged {
  /** With theirs wherever there is a conflict, until it is chosen. */
  agenda: Agenda;
  conflicts: Conflict[];
}

export const valueOf = (session: AgendaSession, field: SessionField): unknown =>
  field === 'hours' ? { startsAt: session.startsAt, endsAt: session.endsAt } : session[field];
const withValue = (session: AgendaSession, field: SessionField, value: unknown): AgendaSession =>
  (field === 'hours' ? { ...session, ...(value as object) } : { ...session, [field]: value }) as AgendaSession;
/** Values are plain data; keys of texts may stand in any order. */
export const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

export function merged(base: Agenda, mine: Agenda, theirs: Agenda): Merged {
  const [before, own] = [byId(base), byId(mine)];
  const conflicts: Conflict[] = [];
  const agenda: AgendaSession[] = [];
  for (const their of theirs) {
    const [was, my] = [before.get(their.id), own.get(their.id)];
    if (!my) {
      // I removed it; gone unless they changed it meanwhile.
      if (was && same(was, their)) continue;
      if (was) conflicts.push({ is: 'removed', session: their.id, mine: null, theirs: their });
      agenda.push(their);
      continue;
    }
    let session = their;
    for (const field of SESSION_FIELDS) {
      const [b, m, t] = [was && valueOf(was, field), valueOf(my, field), valueOf(their, field)];
      if (same(m, t) || (was && same(m, b))) continue;
      if (was && same(t, b)) session = withValue(session, field, m);
      else conflicts.push({ is: 'field', session: their.id, field, mine: m, theirs: t });
    }
    agenda.push(session);
  }
  const there = byId(theirs);
  for (const my of mine) {
    if (there.has(my.id)) continue;
    const was = before.get(my.id);
    if (!was) agenda.push(my);
    else if (!same(was, my)) conflicts.push({ is: 'removed', session: my.id, mine: my, theirs: null });
  }
  return { agenda: agenda.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0)), conflicts };
}

/** The agenda with one conflict chosen. */
export function chosen(agenda: Agenda, conflict: Conflict, whose: 'mine' | 'theirs'): Agenda {
  const others = agenda.filter((session) => session.id !== conflict.session);
  if (conflict.is === 'removed') {
    const session = conflict[whose];
    return session ? [...others, session] : others;
  }
  return agenda.map((session) => (session.id === conflict.session ? withValue(session, conflict.field, conflict[whose]) : session));
}

const byId = (agenda: Agenda) => new Map(agenda.map((session) => [session.id, session]));
