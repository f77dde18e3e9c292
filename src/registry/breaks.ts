/** What breaks, put in order to be decided: what says the same stands together; and what was decided, to be kept. */
import type { Break, Choice, Decision } from './rehearsals.server.ts';
import { type Localised, textIn } from './text.ts';

export interface Group {
  /** The key of the first that was found: unique among the groups of a list. */
  id: string;
  kind: string;
  mustDecide: boolean;
  choices: Break['choices'];
  /** What they all say, with `{count}` for their number; `null` where each says something of its own. */
  alike: Localised | null;
  breaks: Break[];
}

/** First what must be decided; within that, as it was found. */
export function groupsOf(breaks: readonly Break[]): Group[] {
  const groups = Map.groupBy(breaks, ({ kind, mustDecide, choices, alike }) => JSON.stringify([kind, mustDecide, choices, alike?.texts]));
  return [...groups.values()]
    .map((list): Group => {
      const { key, kind, mustDecide, choices, alike = null } = list[0]!;
      return { id: key, kind, mustDecide, choices, alike, breaks: list };
    })
    .sort((a, b) => Number(b.mustDecide) - Number(a.mustDecide));
}

/** Whether they are told in one line that opens, and can be decided together: several that say the same, or that must be decided. */
export const standTogether = ({ breaks, alike, mustDecide }: Group): boolean => breaks.length > 1 && (alike !== null || mustDecide);

/** `12 activities would …` of `{count} activities would …`. */
export const withCount = (alike: Localised, count: number): Localised => ({
  ...alike,
  texts: Object.fromEntries(Object.keys(alike.texts).map((language) => [language, textIn(alike, language).replace('{count}', `${count}`)])),
});

/** One decision as the trail keeps it: in the words in which it was told, whatever becomes of the thing. */
export interface Decided {
  kind: string;
  /** What it was about; of several that stay as they are, what they all said. */
  about: Localised;
  why?: Localised;
  choose: Choice;
  reason: string;
}

/** What was decided, as it is kept. Of what says the same and was left as proposed, nothing being changed, there is one line with the number. */
export function decidedOf(breaks: readonly Break[], decisions: Readonly<Record<string, Decision>>): Decided[] {
  return groupsOf(breaks).flatMap(({ kind, mustDecide, choices, alike, breaks: list }) => {
    const isLeft = ({ key }: Break) =>
      alike !== null && !mustDecide && choices[0] === 'accept' && decisions[key]?.choose === 'accept' && decisions[key].reason === '';
    const left = list.filter(isLeft);
    const [together, single] = left.length > 1 ? [left, list.filter((one) => !isLeft(one))] : [[], list];
    const each = single.flatMap(({ key, title, why }): Decided[] => {
      const decision = decisions[key];
      return decision ? [{ kind, about: title, why, choose: decision.choose, reason: decision.reason }] : [];
    });
    return together.length > 0 ? [...each, { kind, about: withCount(alike!, together.length), choose: 'accept', reason: '' }] : each;
  });
}

/** The decisions that answer something that is asked: what has been settled since is not decided by an old page. */
export const decisionsOn = (breaks: readonly Break[], decisions: Readonly<Record<string, Decision>>): Record<string, Decision> =>
  Object.fromEntries(breaks.flatMap(({ key }) => (Object.hasOwn(decisions, key) ? [[key, decisions[key]!]] : [])));
