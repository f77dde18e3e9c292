/** What the page of an activity says, in the order it says it; a pure function of the publication. */
import type { Activity, HostRole, Link, Organisation, Person, PersonRole, PlainDate, Result, Session, Stage } from '../content.ts';
import { HOST_ROLES, PERSON_ROLES, STAGES } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { daysOf } from '../selection.ts';
import { localDate } from '../time.ts';

export interface PersonInRole {
  person: Person;
  role: PersonRole;
  organisation: Organisation | null;
}

export interface AgendaItem {
  session: Session;
  people: PersonInRole[];
  results: Result[];
  /** Set apart in the agenda: what people come for. */
  key: boolean;
}

export interface AgendaDay {
  date: PlainDate;
  items: AgendaItem[];
}

export interface ChainStep {
  stage: Stage;
  /** `past` was reached, `here` happens in this activity, `last` is as far as it has come, `ahead` lies before it. */
  state: 'past' | 'here' | 'last' | 'ahead';
  steps: Result['steps'];
}

export interface ResultOnItsWay {
  result: Result;
  chain: ChainStep[];
}

export interface Neighbours {
  dayBefore: Activity | null;
  dayAfter: Activity | null;
  roomBefore: Activity | null;
  roomAfter: Activity | null;
}

export function inRoles(index: Indexed, people: readonly { person: string; role: PersonRole }[]): PersonInRole[] {
  return people
    .flatMap(({ person: id, role }) => {
      const person = index.person.get(id);
      const main = person?.affiliations[0]?.organisation;
      return person ? [{ person, role, organisation: (main && index.organisation.get(main)) || null }] : [];
    })
    .sort((a, b) => PERSON_ROLES.indexOf(leading(a.role)) - PERSON_ROLES.indexOf(leading(b.role)));
}

/** Chairs and moderators are named first, speakers next. */
const leading = (role: PersonRole): PersonRole => (role === 'chair' || role === 'moderator' ? 'speaker' : role);

export function agendaOf(index: Indexed, activity: Activity): AgendaDay[] {
  const zone = index.zoneOf(activity);
  const days = new Map<PlainDate, AgendaItem[]>();
  const inOrder = activity.sessions.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.number - b.number);
  for (const session of inOrder) {
    const item: AgendaItem = {
      session,
      people: inRoles(index, session.people),
      results: session.results.flatMap((id) => index.result.get(id) ?? []),
      key: session.kind === 'keynote',
    };
    const date = localDate(session.startsAt, zone);
    const day = days.get(date);
    if (day) day.push(item);
    else days.set(date, [item]);
  }
  return [...days].map(([date, items]) => ({ date, items }));
}

/** Its organisations by role, in the order roles are named. */
export function hostsOf(index: Indexed, activity: Activity): { role: HostRole; organisations: Organisation[] }[] {
  return HOST_ROLES.flatMap((role) => {
    const organisations = activity.hosts
      .filter((host) => host.role === role)
      .flatMap((host) => index.organisation.get(host.organisation) ?? []);
    return organisations.length > 0 ? [{ role, organisations }] : [];
  });
}

/** The four stages of a result's life, with the steps made on each; `here` names an activity that made one. */
export function chainOf(result: Result, here: Activity | null): ChainStep[] {
  const reached = STAGES.indexOf(result.stage);
  return STAGES.map((stage, at) => {
    const steps = result.steps.filter((step) => step.stage === stage);
    const now = here !== null && steps.some((step) => step.activity === here.id);
    return { stage, steps, state: now ? 'here' : at < reached ? 'past' : at === reached ? 'last' : 'ahead' };
  });
}

/** The results that its sessions show, release or sign, and those with a step made here. */
export function resultsOf(index: Indexed, activity: Activity): ResultOnItsWay[] {
  const ids = new Set(activity.sessions.flatMap((session) => session.results));
  for (const result of index.content.results) if (result.steps.some((step) => step.activity === activity.id)) ids.add(result.id);
  return [...ids].flatMap((id) => {
    const result = index.result.get(id);
    return result ? [{ result, chain: chainOf(result, activity) }] : [];
  });
}

export const inTime = (a: Activity, b: Activity): number =>
  Date.parse(a.startsAt ?? '9999-12-31') - Date.parse(b.startsAt ?? '9999-12-31') || a.number - b.number;

/** What comes before and after it on its first day, and in its room. */
export function neighboursOf(index: Indexed, activity: Activity): Neighbours {
  const [day] = daysOf(index, activity);
  const takesPlace = index.content.activities.filter((one) => one.startsAt !== null && one.state !== 'cancelled');
  const around = (list: Activity[]): [Activity | null, Activity | null] => {
    const sorted = [...new Set([...list, activity])].sort(inTime);
    const at = sorted.indexOf(activity);
    return [sorted[at - 1] ?? null, sorted[at + 1] ?? null];
  };
  const [dayBefore, dayAfter] = day ? around(takesPlace.filter((one) => daysOf(index, one)[0] === day)) : [null, null];
  const [roomBefore, roomAfter] =
    activity.room && activity.startsAt ? around(takesPlace.filter((one) => one.room === activity.room)) : [null, null];
  return { dayBefore, dayAfter, roomBefore, roomAfter };
}

/** Links to be shown as text; an attachment first. */
export function linksOf(part: { links: Link[] }): Link[] {
  const shown = part.links.filter(({ kind, url }) => kind !== 'logo' && /^https?:\/\//i.test(url));
  return shown.sort((a, b) => Number(b.kind === 'attachment') - Number(a.kind === 'attachment'));
}
