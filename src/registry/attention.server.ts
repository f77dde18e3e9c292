/** What waits for a decision at the desks of an edition. Each board knows what of its own does; the overview asks them all. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Permission } from '#platform/permissions.ts';
import type { Localised } from './text.ts';

export interface Waiting {
  key: string;
  /** What waits, after its number: “proposals to decide”. */
  what: Localised;
  count: number;
  /** Below the edition's desk: the list that the number counts. */
  path: string;
  /** Late, or in the way of something else. */
  urgent: boolean;
}

interface Asked {
  edition: { id: string; slug: string; timeZone: string };
  /** ISO 8601, UTC. */
  now: string;
}

interface Watcher {
  /** Asked only for who holds this towards the whole edition. */
  permission: Permission;
  ask(db: Kysely<DB>, asked: Asked): Promise<Waiting[]>;
}
const watchers: Watcher[] = [];

export const onAttention = (permission: Permission, ask: Watcher['ask']): void => void watchers.push({ permission, ask });

/** What is urgent first; what counts nothing does not wait. */
export async function waitingAt(db: Kysely<DB>, asked: Asked, may: (permission: Permission) => boolean): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (const { permission, ask } of watchers) if (may(permission)) found.push(...(await ask(db, asked)));
  return found.filter(({ count }) => count > 0).sort((a, b) => Number(b.urgent) - Number(a.urgent));
}
