/**
 * Tasks that complete themselves: each rule looks at what is known of an activity and says whether it is done, and what is left where it is
 * not. Pure, so that the same rule serves the to-do list, the office's overview and the reminders.
 */
import type { Localised } from '#registry/text.ts';

export interface ActivityFacts {
  /** Languages that the edition is read in. */
  languages: readonly string[];
  texts: { field: 'title' | 'abstract' | 'description'; text: Localised | null }[];
  startsAt: string | null;
  endsAt: string | null;
  sessions: { title: Localised; break: boolean; startsAt: string; endsAt: string; people: number; speakers: readonly string[] }[];
  /** Everybody with a part, by id. */
  people: { id: string; state: 'added' | 'invited' | 'confirmed' | 'declined'; slides: number; biography: boolean }[];
  guests: number;
  wishes: boolean;
}

export const RULES = [
  'description-written',
  'translated',
  'agenda-fixed',
  'speakers-named',
  'speakers-confirmed',
  'biographies-written',
  'slides-in',
  'guests-listed',
  'needs-told',
] as const;
export type Rule = (typeof RULES)[number];
export const isRule = (text: string | null): text is Rule => (RULES as readonly string[]).includes(text ?? '');

/** `done` of `of` things; the task is complete when they are equal and there is something at all. */
export interface Standing {
  done: number;
  of: number;
}
export const isComplete = ({ done, of }: Standing): boolean => of > 0 && done === of;

const translated = (text: Localised | null, languages: readonly string[]): boolean =>
  text !== null && languages.every((language) => text.texts[language] && !text.outdated?.includes(language));
const count = <Item>(items: readonly Item[], holds: (item: Item) => boolean): Standing => ({
  done: items.filter(holds).length,
  of: items.length,
});

export function standing(rule: Rule, facts: ActivityFacts): Standing {
  const sessions = facts.sessions.filter((session) => !session.break);
  const taking = facts.people.filter(({ state }) => state !== 'declined');
  switch (rule) {
    case 'description-written':
      return count(
        facts.texts.filter(({ field }) => field !== 'title'),
        ({ text }) => text !== null,
      );
    case 'translated':
      // What is not written yet is another task's matter; titles always count.
      return count(
        [
          ...facts.texts.filter(({ field, text }) => field === 'title' || text !== null).map(({ text }) => text),
          ...sessions.map(({ title }) => title),
        ],
        (text) => translated(text, facts.languages),
      );
    case 'agenda-fixed':
      return count(sessions, ({ startsAt, endsAt }) => {
        const inside = facts.startsAt !== null && facts.endsAt !== null && startsAt >= facts.startsAt && endsAt <= facts.endsAt;
        return inside && startsAt < endsAt;
      });
    case 'speakers-named':
      return count(sessions, ({ people }) => people > 0);
    case 'speakers-confirmed':
      return count(
        facts.people.filter(({ state }) => state !== 'declined' || stillInAgenda(facts)),
        ({ state }) => state === 'confirmed',
      );
    case 'biographies-written':
      return count(taking, ({ biography }) => biography);
    case 'slides-in': {
      const speaking = new Set(sessions.flatMap(({ speakers }) => speakers));
      return count(
        taking.filter(({ id }) => speaking.has(id)),
        ({ slides }) => slides > 0,
      );
    }
    case 'guests-listed':
      return { done: facts.guests > 0 ? 1 : 0, of: 1 };
    case 'needs-told':
      return { done: facts.wishes ? 1 : 0, of: 1 };
  }
}

/** Somebody who declined and is still in the agenda is somebody to replace. */
function stillInAgenda(facts: ActivityFacts): boolean {
  const inAgenda = new Set(facts.sessions.flatMap(({ speakers }) => speakers));
  return facts.people.some(({ id, state }) => state === 'declined' && inAgenda.has(id));
}

export type TaskState = 'done' | 'waived' | 'open' | 'overdue';

export function taskState(
  task: { dueAt: string; rule: string | null; mark: 'done' | 'waived' | null },
  facts: ActivityFacts,
  now: string,
): { state: TaskState; standing: Standing | null } {
  const found = isRule(task.rule) ? standing(task.rule, facts) : null;
  const late = Date.parse(task.dueAt) < Date.parse(now) ? 'overdue' : 'open';
  if (task.mark === 'waived') return { state: 'waived', standing: found };
  if (found) return { state: isComplete(found) ? 'done' : late, standing: found };
  return { state: task.mark === 'done' ? 'done' : late, standing: null };
}
