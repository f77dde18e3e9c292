/**
 * The 2022 edition at its real size, made of sample data around the facts.
 *
 * What the public figures count here: “126 activities” are the activities of the edition's days, that is all that are neither year-round
 * (these took place earlier in the year and are told apart in the account) nor cancelled; “60 parallel forums” those of kind
 * `parallel-forum` among them; “27 led by ministries and central bodies” those of the sixty with a `lead` of kind `ministry` or
 * `central-body`; “22 sub-venues in 14 countries” the sites of role `sub-venue` and their countries; “28 results, 22 hard technology” the
 * results of the edition. The 15 year-round events stand beside the 126.
 */
import { FIELDS_OF_TECHNOLOGY } from '#registry/fields.ts';
import type { Activity, EditionContent, Organisation } from '../src/boards/programme/content.ts';
import { iso, sessionsOf } from './agenda.ts';
import { Cast } from './cast.ts';
import { categoryId, focuses, topics } from './categories.ts';
import { edition2022, externalLeads, realOrganisations, series } from './facts.ts';
import { idOf, text } from './identity.ts';
import { hostOrganisations, organisationsAbroad } from './organisations.ts';
import { places2022, placeId, travel2022 } from './places.ts';
import type { ActivityPlan } from './plan.ts';
import { plans2022 } from './plans-2022.ts';
import { resultId, results2022 } from './results.ts';
import { roomFacts, schedule, type Slot } from './schedule.ts';

export function content2022(): EditionContent {
  const places = places2022();
  const slugs = new Map(places.map((place) => [place.id, place.slug]));
  const slots = schedule(
    plans2022(),
    roomFacts(places, (id) => slugs.get(id)!),
  );
  const organisations: Organisation[] = [...realOrganisations(), ...externalLeads(), ...hostOrganisations(), ...organisationsAbroad()];
  const cast = new Cast(organisations);
  const activities = inOrder(slots).map(([plan, slot]) => activityOf(plan, slot, cast));
  let session = 1000;
  activities.forEach((activity, at) => {
    activity.number = at + 1;
    for (const item of activity.sessions) item.number = ++session;
  });
  return {
    series: series(),
    edition: edition2022(),
    places,
    travel: travel2022(),
    organisations,
    people: cast.people,
    focuses: focuses(),
    topics: topics(),
    fields: FIELDS_OF_TECHNOLOGY.map((field) => ({ ...field, ipc: [...field.ipc] })),
    activities,
    results: results2022(activities),
  };
}

const inOrder = (slots: ReadonlyMap<ActivityPlan, Slot>): [ActivityPlan, Slot][] =>
  [...slots].sort(([a, x], [b, y]) => x.startsAt - y.startsAt || (a.slug < b.slug ? -1 : 1));

function activityOf(plan: ActivityPlan, slot: Slot, cast: Cast): Activity {
  const castFor = cast.forActivity(plan, slot.day);
  const people = plan.people.flatMap(castFor);
  const speaks = (id: string) => cast.people.find((person) => person.id === id)!.languages;
  return {
    id: idOf('activity', plan.slug),
    guid: idOf('activity guid', plan.slug),
    number: 0,
    slug: plan.slug,
    board: plan.board,
    kind: plan.kind,
    state: 'published',
    title: text(plan.title),
    subtitle: plan.subtitle ? text(plan.subtitle) : null,
    abstract: text(plan.abstract),
    description: plan.description ? text(plan.description) : null,
    focus: plan.focus ? categoryId('focus', plan.focus) : null,
    topic: plan.topic ? categoryId('topic', plan.topic) : null,
    fields: plan.fields,
    languages: plan.languages,
    interpretation: plan.interpretation,
    streamed: plan.streamed,
    streamUrl: null,
    access: plan.access,
    capacity: plan.size,
    room: placeId(slot.room),
    startsAt: iso(slot.startsAt),
    endsAt: iso(slot.endsAt),
    firstPlannedStartsAt: null,
    sharesRoom: null,
    hosts: plan.hosts.map(([key, role]) => ({ organisation: idOf('organisation', key), role })),
    people,
    sessions: sessionsOf(plan, slot.startsAt, castFor, resultId, speaks),
    links: [],
    typeLabel: null,
    sample: true,
  };
}
