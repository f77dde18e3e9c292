/** The days that come next for those who prepare an edition. Each board knows its own; the overview asks them all. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Permission } from '#platform/permissions.ts';
import type { Localised } from './text.ts';

export interface Ahead {
  key: string;
  /** `YYYY-MM-DD`, on the edition's wall. */
  on: string;
  /** What comes: “Milestone”. */
  what: Localised;
  title: Localised;
  /** Below the edition's desk. */
  path: string;
}

interface Asked {
  edition: { id: string; timeZone: string };
  /** The day it is on the edition's wall. */
  today: string;
}

interface Watcher {
  /** Asked only for who holds this towards the whole edition. */
  permission: Permission;
  ask(db: Kysely<DB>, asked: Asked): Promise<Ahead[]>;
}
const watchers: Watcher[] = [];

export const onAhead = (permission: Permission, ask: Watcher['ask']): void => void watchers.push({ permission, ask });

/** The next `most`, today's first; what is past does not come. */
export async function aheadAt(db: Kysely<DB>, asked: Asked, may: (permission: Permission) => boolean, most: number): Promise<Ahead[]> {
  const found: Ahead[] = [];
  for (const { permission, ask } of watchers) if (may(permission)) found.push(...(await ask(db, asked)));
  return found
    .filter(({ on }) => on >= asked.today)
    .sort((a, b) => a.on.localeCompare(b.on))
    .slice(0, most);
}
