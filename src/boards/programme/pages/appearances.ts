/** Where a person appears, by activity in the order of time. */
import type { Activity, PersonRole, Session, Uuid } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { inTime } from './activity-page.ts';

export interface Appearance {
  activity: Activity;
  /** Roles in the activity as a whole. */
  roles: PersonRole[];
  sessions: { session: Session; roles: PersonRole[] }[];
}

export function appearancesOf(index: Indexed, person: Uuid): Appearance[] {
  const found = new Map<Uuid, Appearance>();
  for (const { activity, session, role } of index.appearancesOf(person)) {
    let appearance = found.get(activity.id);
    if (!appearance) found.set(activity.id, (appearance = { activity, roles: [], sessions: [] }));
    let roles = appearance.roles;
    if (session) {
      let entry = appearance.sessions.find((one) => one.session === session);
      if (!entry) appearance.sessions.push((entry = { session, roles: [] }));
      roles = entry.roles;
    }
    if (!roles.includes(role as PersonRole)) roles.push(role as PersonRole);
  }
  return [...found.values()].sort((a, b) => inTime(a.activity, b.activity));
}
