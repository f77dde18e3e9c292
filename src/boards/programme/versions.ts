/** Programme versions (日程版本): what of the working state the public may read, and how often each entry has changed for it. */
import type { Activity, EditionContent, HideableField, Instant, Person, Session, Uuid } from './content.ts';
import { type Change, difference } from './difference.ts';
import type { Publication, Revision, Withdrawn } from './publication.ts';

/** The publication that follows `before` (`null` for the first) when `working` is published at `at`. Its `changes` are empty where nothing the public reads is different. */
export function nextPublication(before: Publication | null, working: EditionContent, at: Instant, id: Uuid): Publication {
  const content = withFirstPlans(before, publicView(working));
  const changes = before ? difference(before.content, content) : [];
  const withdrawn = before ? withdrawnSince(before, content) : [];
  const newly = withdrawn.filter((item) => !before?.withdrawn.some((earlier) => earlier.id === item.id));
  return {
    id,
    number: (before?.number ?? 0) + 1,
    publishedAt: at,
    content,
    changes,
    revisions: revise(before, changes, newly, at),
    withdrawn,
  };
}

/**
 * Whatever moves it (the schedule, an import, a move of the edition): an activity whose public start is another, or none any more, keeps the
 * one that was first announced, from then on in every version.
 */
function withFirstPlans(before: Publication | null, content: EditionContent): EditionContent {
  if (!before) return content;
  const announced = new Map(before.content.activities.map((activity) => [activity.id, activity]));
  return {
    ...content,
    activities: content.activities.map((activity) => {
      const was = announced.get(activity.id);
      if (activity.firstPlannedStartsAt || !was) return activity;
      return { ...activity, firstPlannedStartsAt: was.firstPlannedStartsAt ?? (was.startsAt === activity.startsAt ? null : was.startsAt) };
    }),
  };
}

const DRAFTS: ReadonlySet<Activity['state']> = new Set(['planned', 'scheduled']);

/**
 * The content without its drafts, and without whatever only drafts refer to: a person, an organisation, a topic, a result that appears
 * nowhere in public is not published by being in the registry.
 */
export function publicView(working: EditionContent): EditionContent {
  const activities = working.activities.filter((activity) => !DRAFTS.has(activity.state));
  const seen = new Set<Uuid>();
  const see = (...ids: (Uuid | null)[]) => ids.forEach((id) => id && seen.add(id));
  working.edition.hosts.forEach((host) => see(host.organisation));
  for (const activity of activities) {
    see(activity.focus, activity.topic, ...activity.fields);
    activity.hosts.forEach((host) => see(host.organisation));
    activity.people.forEach((role) => see(role.person));
    for (const session of activity.sessions) {
      session.people.forEach((role) => see(role.person));
      see(...session.results);
    }
  }
  const results = working.results
    .filter((result) => seen.has(result.id))
    .map((result) => ({
      ...result,
      steps: result.steps.filter((step) => !step.activity || activities.some((activity) => activity.id === step.activity)),
    }));
  for (const result of results) see(result.field, ...result.owners);
  const people = working.people.filter((person) => seen.has(person.id)).map(withoutHidden);
  for (const person of people) person.affiliations.forEach((affiliation) => see(affiliation.organisation));
  const parents = new Map(working.organisations.map((organisation) => [organisation.id, organisation.parent]));
  for (const id of [...seen]) for (let at = parents.get(id); at && !seen.has(at); at = parents.get(at)) seen.add(at);
  const fieldParents = new Map(working.fields.map((field) => [field.code, field.parent]));
  for (const code of [...seen]) for (let at = fieldParents.get(code); at && !seen.has(at); at = fieldParents.get(at)) seen.add(at);
  return {
    ...working,
    activities,
    results,
    people,
    organisations: working.organisations.filter((organisation) => seen.has(organisation.id)),
    focuses: working.focuses.filter((focus) => seen.has(focus.id)),
    topics: working.topics.filter((topic) => seen.has(topic.id)),
    fields: working.fields.filter((field) => seen.has(field.code)),
  };
}

function withoutHidden({ hidden = [], ...person }: Person): Person {
  const hides = (field: HideableField) => hidden.includes(field);
  return {
    ...person,
    country: hides('country') ? null : person.country,
    biography: hides('biography') ? null : person.biography,
    orcid: hides('orcid') ? null : person.orcid,
    languages: hides('languages') ? [] : person.languages,
    affiliations: hides('affiliations') ? [] : person.affiliations,
  };
}

/** Raises the sequence of every activity and session that the changes touch, once each; a session's change touches its activity too. */
function revise(
  before: Publication | null,
  changes: readonly Change[],
  withdrawn: readonly Withdrawn[],
  at: Instant,
): Record<Uuid, Revision> {
  const touched = new Set<Uuid>(withdrawn.map((item) => item.id));
  for (const { is, subject } of changes) {
    if (subject.type !== 'activity' && subject.type !== 'session') continue;
    // What is new begins at 0, but what comes back goes on from where it was.
    if (is === 'added' && !before?.revisions[subject.id]) continue;
    touched.add(subject.id);
    if (subject.activity) touched.add(subject.activity.id);
  }
  const after = { ...before?.revisions };
  for (const id of touched) after[id] = { sequence: (after[id]?.sequence ?? 0) + 1, at };
  return after;
}

function withdrawnSince(before: Publication, content: EditionContent): Withdrawn[] {
  const present = new Set(content.activities.flatMap((activity) => [activity.id, ...activity.sessions.map((session) => session.id)]));
  const entry = (item: Activity | Session, activity: string | null): Withdrawn => ({
    id: item.id,
    guid: item.guid,
    slug: item.slug,
    activity,
    title: item.title,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
  });
  const shown = before.content.activities.flatMap((activity) => [
    entry(activity, null),
    ...activity.sessions.map((session) => entry(session, activity.slug)),
  ]);
  return [...before.withdrawn, ...shown].filter((item) => !present.has(item.id));
}
