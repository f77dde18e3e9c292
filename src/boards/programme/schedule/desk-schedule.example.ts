/** A desk to test with: what an edition's content says, and no rule beyond. */
import type { Activity, EditionContent } from '../content.ts';
import { DEFAULT_LEVELS, DEFAULT_WALKING, type DeskActivity, type DeskSchedule } from './desk-schedule.ts';

export function deskOf(content: EditionContent, more: Partial<DeskSchedule> = {}): DeskSchedule {
  const names = new Map(content.organisations.map(({ id, name }) => [id, name]));
  return {
    edition: { ...content.edition, version: 1 },
    places: content.places,
    travel: content.travel,
    walking: DEFAULT_WALKING,
    activities: content.activities.map((activity: Activity): DeskActivity => ({
      ...activity,
      hosts: activity.hosts.map((host) => ({ ...host, name: names.get(host.organisation)! })),
      need: { layout: null, equipment: [] },
      site: null,
      locked: false,
      kept: null,
      version: 1,
    })),
    topics: content.topics,
    people: content.people,
    levels: DEFAULT_LEVELS,
    hours: [],
    closures: [],
    absences: [],
    stock: [],
    wishes: [],
    audiences: [],
    acceptances: [],
    ...more,
  };
}
