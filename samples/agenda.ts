/** Agendas: the order and length of what happens in a forum, and the sessions made from any plan's items. */
import type { PersonRole, Session, Uuid } from '../src/boards/programme/content.ts';
import { Abstracts } from './abstracts.ts';
import { chance, idOf, type Pair, slugOf, text } from './identity.ts';
import type { ActivityPlan, CastPlan, Craft, ItemPlan, Matter } from './plan.ts';

export interface ForumText {
  title: Pair;
  abstract: Pair;
  /** Complete titles; the first two are keynotes. */
  talks: Pair[];
  panels: Pair[];
  matter: Matter;
}

const one = (role: PersonRole, ...crafts: Craft[]): CastPlan => ({ role, count: 1, crafts });

const BREAKS: readonly Pair[] = [
  ['茶歇', 'Break'],
  ['茶歇与交流', 'Break and conversation'],
  ['茶歇与海报交流', 'Break with posters'],
];

const OPENINGS: readonly Pair[] = [
  ['开场与致辞', 'Opening and welcome'],
  ['主持人开场', 'Opening by the chair'],
  ['致辞', 'Words of welcome'],
];

const CLOSINGS: readonly Pair[] = [
  ['总结与下一步', 'Summary and next steps'],
  ['闭幕小结', 'Closing summary'],
  ['主席总结', 'Closing by the chair'],
];

const pick = <Value>(values: readonly Value[], key: string): Value => values[chance(key).below(values.length)]!;

/** What a forum of half a day or a day goes through. */
export function forumItems(forum: ForumText, key: string, crafts: Craft[], day: boolean): ItemPlan[] {
  const abstracts = new Abstracts(forum.matter, key);
  const keynote = (title: Pair): ItemPlan => ({
    kind: 'keynote',
    minutes: 25,
    title,
    abstract: abstracts.next('keynote'),
    cast: [one('speaker', 'scholar')],
  });
  const talk = (title: Pair, at: number): ItemPlan => ({
    kind: 'talk',
    minutes: 20,
    title,
    abstract: abstracts.next('talk'),
    cast: [one('speaker', crafts[at % crafts.length]!)],
  });
  const panel = (title: Pair): ItemPlan => ({
    kind: 'panel',
    minutes: 40,
    title,
    abstract: abstracts.next('panel'),
    cast: [one('moderator', 'expert'), { role: 'panellist', count: 3 + chance(`panel ${key}`).below(3), crafts: [...crafts, 'official'] }],
  });
  const pause = (title: Pair = pick(BREAKS, `break ${key}`), minutes = 15): ItemPlan => ({ kind: 'break', minutes, title });
  const [first, second, ...others] = forum.talks;
  const talks = others.map(talk);
  const half = Math.ceil(talks.length / 2);
  const panels = forum.panels.map(panel);
  return [
    { kind: 'opening', minutes: 10, title: pick(OPENINGS, `opening ${key}`), cast: [one('guest-of-honour', 'official')] },
    keynote(first!),
    keynote(second!),
    ...talks.slice(0, day ? half : Math.min(2, half)),
    ...(day ? [...panels.slice(0, 1), pause(['午间休息', 'Lunch'], 90)] : [pause()]),
    ...talks.slice(day ? half : Math.min(2, half)),
    ...(day ? [pause()] : []),
    ...panels.slice(day ? 1 : 0),
    { kind: 'closing', minutes: 5, title: pick(CLOSINGS, `closing ${key}`) },
  ];
}

/** The sessions of a placed plan; `people` gives those who were cast for a role. */
export function sessionsOf(
  plan: ActivityPlan,
  startsAt: number,
  people: (wanted: CastPlan) => { person: Uuid; role: PersonRole }[],
  resultId: (key: string) => Uuid,
  speaks: (person: Uuid) => string[],
): Session[] {
  let at = startsAt;
  const slugs = new Set<string>();
  return plan.items.map((item, index) => {
    const cast = (item.cast ?? []).flatMap(people);
    const from = at;
    at += item.minutes * 60_000;
    const base = slugOf(item.title[1]);
    let slug = base;
    for (let n = 2; slugs.has(slug); n++) slug = `${base}-${n}`;
    slugs.add(slug);
    const key = `${plan.slug} ${index + 1}`;
    return {
      id: idOf('session', key),
      guid: idOf('session guid', key),
      number: 0,
      slug,
      kind: item.kind,
      title: text(item.title),
      abstract: item.abstract ? text(item.abstract) : null,
      startsAt: iso(from),
      endsAt: iso(at),
      room: null,
      languages: languagesOf(
        plan,
        cast.map(({ person }) => person),
        speaks,
      ),
      cancelled: false,
      people: cast,
      links: [],
      results: (item.results ?? []).map(resultId),
    };
  });
}

export const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** A single speaker is heard in Chinese or English; several people use the languages of the activity. */
function languagesOf(plan: ActivityPlan, people: Uuid[], speaks: (person: Uuid) => string[]): string[] {
  if (people.length !== 1) return plan.languages;
  const own = speaks(people[0]!).includes('zh') ? 'zh' : 'en';
  return plan.languages.includes(own) ? [own] : plan.languages;
}
