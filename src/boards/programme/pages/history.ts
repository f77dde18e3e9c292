/** How an entry came to read as it does: every published change of it, with the version that made it. */
import type { Instant, Uuid } from '../content.ts';
import type { Change, FieldChange } from '../difference.ts';
import type { House } from '../house.ts';
import type { Publication } from '../publication.ts';

export interface PastChange {
  version: number;
  publishedAt: Instant;
  /** The entry itself came, went or reads differently; `sessions` counts changes to its sessions in the same version. */
  is: Change['is'] | null;
  fields: FieldChange[];
  sessions: number;
}

// A publication never changes, so what it says of each entry is kept as long as the publication itself is.
const bySubject = new WeakMap<Publication, Map<Uuid, Change[]>>();

function changesIn(publication: Publication): Map<Uuid, Change[]> {
  let map = bySubject.get(publication);
  if (!map) {
    bySubject.set(publication, (map = new Map()));
    for (const change of publication.changes) {
      for (const id of new Set([change.subject.id, change.subject.activity?.id])) {
        if (!id) continue;
        const list = map.get(id);
        if (list) list.push(change);
        else map.set(id, [change]);
      }
    }
  }
  return map;
}

/** The published changes of one entry up to and including `upTo`, oldest first. Reads no earlier version where there were none. */
export async function historyOf(house: Pick<House, 'version'>, upTo: Publication, entry: Uuid): Promise<PastChange[]> {
  if ((upTo.revisions[entry]?.sequence ?? 0) === 0) return [];
  const edition = upTo.content.edition.slug;
  const past: PastChange[] = [];
  for (let version = 2; version <= upTo.number; version++) {
    const publication = version === upTo.number ? upTo : (await house.version(edition, version))?.publication;
    const changes = publication && changesIn(publication).get(entry);
    if (!publication || !changes) continue;
    const own = changes.find(({ subject }) => subject.id === entry);
    past.push({
      version,
      publishedAt: publication.publishedAt,
      is: own?.is ?? null,
      fields: own?.is === 'changed' ? own.fields : [],
      sessions: changes.filter(({ subject }) => subject.id !== entry).length,
    });
  }
  return past;
}

export interface Move {
  version: number;
  before: { startsAt: Instant; endsAt: Instant } | null;
  after: { startsAt: Instant; endsAt: Instant } | null;
}

/** Every change of its time, oldest first. */
export const movesIn = (past: readonly PastChange[]): Move[] =>
  past.flatMap(({ version, fields }) =>
    fields.flatMap((field) => (field.as === 'slot' ? [{ version, before: field.before, after: field.after }] : [])),
  );

/** The starts that earlier versions announced, oldest first. */
export const earlierStarts = (past: readonly PastChange[]): Instant[] =>
  movesIn(past).flatMap(({ before }) => (before ? [before.startsAt] : []));
