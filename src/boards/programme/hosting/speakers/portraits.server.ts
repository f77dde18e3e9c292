/** Portraits in the database: handed in by their speaker or by a host of theirs, one for each person. */
import type { Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { keepFile, letGo } from '#platform/files/files.server.ts';
import type { Uuid } from '../../content.ts';
import type { PortraitBy } from './model.ts';

type Tx = Transaction<DB>;

export interface PersonPage {
  person: Uuid;
  version: number;
  portrait: Uuid | null;
  by: PortraitBy;
}

/** What is kept of somebody beside the registry's entry, made where there is none yet, and held. */
export async function holdPage(tx: Tx, person: Uuid): Promise<PersonPage> {
  await tx
    .insertInto('person_page')
    .values({ person_id: person })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const page = await tx.selectFrom('person_page').selectAll().where('person_id', '=', person).forUpdate().executeTakeFirstOrThrow();
  return { person, version: page.version, portrait: page.portrait_id, by: page.portrait_by as PortraitBy };
}

/** The portrait that the account handed in takes the place of the one before, and is public from the next version on; `null` where there is no such file. */
export async function takePortrait(
  tx: Tx,
  page: PersonPage,
  { file, account, by }: { file: Uuid; account: string | null; by: 'speaker' | 'host' },
  now: string,
): Promise<Uuid | null> {
  const kept = await keepFile(tx, { file, account, person: page.person, readWith: ['read appearance', 'read activity'] }, now);
  if (!kept) return null;
  await setPortrait(tx, page, { portrait_id: kept.id, portrait_public: true, portrait_by: by });
  return kept.id;
}

/** A speaker who takes it away has said that there is to be none. */
export const dropPortrait = (tx: Tx, page: PersonPage, by: 'speaker' | 'host'): Promise<void> =>
  setPortrait(tx, page, { portrait_id: null, portrait_public: false, portrait_by: by === 'speaker' ? by : null });

async function setPortrait(
  tx: Tx,
  page: PersonPage,
  set: { portrait_id: Uuid | null; portrait_public: boolean; portrait_by: PortraitBy },
): Promise<void> {
  await tx.updateTable('person_page').set(set).where('person_id', '=', page.person).execute();
  if (page.portrait) await letGo(tx, page.portrait);
}
