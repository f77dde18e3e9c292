/**
 * Merges a file into an edition. What the file says is compared with what our own file of the same format says of the edition as it is, so
 * that only what was changed is changed: whatever a format cannot say, or says in fewer words than we keep, stays. Out and in again is
 * therefore no change, and so is importing a file twice.
 */
import type { Activity, EditionContent, Session, Uuid } from '../content.ts';
import { identities } from '../formats/entries.ts';
import { peopleFinder } from './find-people.ts';
import { derivedUuid } from '../formats/uuid.ts';
import { findPlaces } from './find-places.ts';
import { type At, type Gone, takeOut } from './gone.ts';
import type { Imported, Remark } from './imported.ts';
import type { Registry } from './more.ts';
import { newActivity, newSession, ownerOf } from './new-entry.ts';
import { acceptOverlaps, personClashes } from './overlaps.ts';
import { type Context, putActivity, putSession, titleOf } from './put-entry.ts';

export interface MergeOptions {
  /** Our own file of the same format and language, of the edition as the public would read it; `null` for an edition that is new. */
  baseline: Imported | null;
  /** `null`: what was published is cancelled, what never was is removed. */
  gone: Gone | null;
  /** Activities and sessions that the public has read of. */
  published: ReadonlySet<Uuid>;
  /** Other editions that share people or places with the file. */
  known: readonly EditionContent[];
}

export interface Merged {
  content: EditionContent;
  remarks: Remark[];
  gone: number;
}

type Target = { activity: Activity; session: Session | null };

export function merge(existing: EditionContent, file: Imported, options: MergeOptions): Merged {
  const remarks: Remark[] = [];
  const say = (remark: Remark) => void remarks.push(remark);
  const language = file.language ?? existing.edition.languages[0] ?? 'en';
  const { places, byKey } = findPlaces(existing, file, options.known, say);
  const { people, find } = peopleFinder(existing, options.known, language, file.own);
  const registry: Registry = { organisations: [...existing.organisations], focuses: [...existing.focuses] };
  const topics = [...existing.topics];
  const activities = new Map(existing.activities.map((activity) => [activity.id, activity]));
  const targets = targetsOf(existing);
  const bases = new Map(options.baseline?.events.map((event) => [event.guid, event]));
  const taken = {
    slugs: new Set(existing.activities.map(({ slug }) => slug)),
    numbers: new Set(existing.activities.flatMap((activity) => [activity.number, ...activity.sessions.map(({ number }) => number)])),
  };
  const touched = new Set<Uuid>();
  const context: Context = { file, existing, language, byKey, find, registry, topics, say };
  const fresh = existing.activities.length === 0;

  for (const told of file.events) {
    let event = told;
    let id = targets.byGuid.get(event.guid) ?? (event.guidGiven || event.number === null ? undefined : targets.byNumber.get(event.number));
    // What another event of the file was taken for is not this one: it is known by an identifier made from its own.
    while (id && touched.has(id.entry)) {
      event = { ...event, guid: derivedUuid(event.guid, 'another') };
      id = targets.byGuid.get(event.guid);
    }
    const target = id ? current(activities, id) : null;
    if (!target) {
      if (event.state === 'cancelled' && !fresh) {
        say({
          level: 'note',
          line: event.line,
          code: 'cancelled-unknown',
          text: `“${titleOf(event)}” is called off and was never in this edition; it is left out`,
        });
        continue;
      }
      const owner = ownerOf(event, activities, context, taken);
      if (owner) {
        const session = newSession(event, owner, context, taken);
        if (!session) continue;
        activities.set(owner.id, session);
        const entry = session.sessions.at(-1)!.id;
        targets.byGuid.set(event.guid, { owner: owner.id, entry });
        touched.add(entry);
        continue;
      }
      const activity = newActivity(event, context, taken);
      activities.set(activity.id, activity);
      targets.byGuid.set(event.guid, { owner: activity.id, entry: activity.id });
      touched.add(activity.id);
      continue;
    }
    const base = bases.get(targets.guids.get(id!.entry)!);
    touched.add(id!.entry);
    activities.set(
      target.activity.id,
      target.session
        ? putSession(target.activity, target.session, event, base, context)
        : putActivity(target.activity, event, base, context),
    );
  }

  const lost = (options.baseline?.events ?? [])
    .flatMap((event) => targets.byGuid.get(event.guid) ?? [])
    .filter(({ entry }) => !touched.has(entry));
  const policy = file.whole || options.gone ? options.gone : 'keep';
  if (policy !== 'keep') takeOut(activities, lost, policy, options.published);
  const content: EditionContent = {
    ...existing,
    places,
    people,
    organisations: registry.organisations,
    focuses: registry.focuses,
    topics,
    activities: [...activities.values()],
    // A step of a result outlives the activity that it was made in.
    results: existing.results.map((result) =>
      result.steps.some(({ activity }) => activity && !activities.has(activity))
        ? {
            ...result,
            steps: result.steps.map((step) => (step.activity && !activities.has(step.activity) ? { ...step, activity: null } : step)),
          }
        : result,
    ),
  };
  const accepted = acceptOverlaps(content, options.known, say);
  personClashes(accepted, say);
  return { content: accepted, remarks, gone: policy === 'keep' ? 0 : lost.length };
}

function targetsOf(content: EditionContent): { byGuid: Map<Uuid, At>; byNumber: Map<number, At>; guids: Map<Uuid, Uuid> } {
  const { numbers, guids } = identities(content);
  const byGuid = new Map<Uuid, At>();
  const byNumber = new Map<number, At>();
  for (const activity of content.activities) {
    for (const item of [activity, ...activity.sessions]) {
      const at = { owner: activity.id, entry: item.id };
      byGuid.set(guids.get(item.id)!, at);
      byNumber.set(numbers.get(item.id)!, at);
    }
  }
  return { byGuid, byNumber, guids };
}

function current(activities: Map<Uuid, Activity>, { owner, entry }: At): Target | null {
  const activity = activities.get(owner);
  if (!activity) return null;
  if (entry === owner) return { activity, session: null };
  const session = activity.sessions.find(({ id }) => id === entry);
  return session ? { activity, session } : null;
}
