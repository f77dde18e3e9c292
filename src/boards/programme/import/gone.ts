/** What a whole programme no longer holds. */
import type { Activity, Uuid } from '../content.ts';

/** What becomes of it. */
export const GONE = ['keep', 'cancel', 'remove'] as const;
export type Gone = (typeof GONE)[number];

/** Where an entry is: an activity, or a session of one. */
export interface At {
  owner: Uuid;
  entry: Uuid;
}

/** Entries that are no longer in the programme; an activity all of whose sessions are gone is gone itself. */
export function takeOut(activities: Map<Uuid, Activity>, lost: readonly At[], policy: Gone | null, published: ReadonlySet<Uuid>): void {
  const cancels = (id: Uuid) => policy === 'cancel' || (policy === null && published.has(id));
  for (const [owner, entries] of Map.groupBy(lost, (at) => at.owner)) {
    const activity = activities.get(owner)!;
    const ids = new Set(entries.map(({ entry }) => entry));
    if (ids.has(owner) || activity.sessions.every((session) => ids.has(session.id) || session.cancelled)) {
      if (cancels(owner)) activities.set(owner, { ...activity, state: 'cancelled' });
      else activities.delete(owner);
      continue;
    }
    const sessions = activity.sessions.flatMap((session) => {
      if (!ids.has(session.id)) return session;
      return cancels(session.id) ? { ...session, cancelled: true } : [];
    });
    activities.set(owner, { ...activity, sessions });
  }
}
