/** The house over a database: current publications kept ready in memory, renewed as soon as any process publishes. */
import type { Database } from '#platform/database/connect.ts';
import { listen } from '#platform/database/listen.ts';
import type { EditionSummary, House, Published } from './house.ts';
import { indexOf } from './index-of.ts';
import { searchPublished } from './search.server.ts';
import { summaryOf } from './summary.ts';
import { currentNumbers, publicationNumber, publicationsOf } from './versions.server.ts';

/** Earlier versions and other editions that are kept parsed; the rest is read again when asked for. */
const KEPT = 24;

export interface OpenHouse extends House {
  /** Told the slug of an edition when its current publication is another, after the new one is in place. */
  onSwitch(listener: (edition: string) => void): void;
  /** Current publications by edition, as one text: changes exactly when anything public does. */
  stamp(edition: string | null): string;
  close(): Promise<void>;
}

interface HouseOptions {
  publicUrl: string;
  mode: House['mode'];
  log: { warn(message: string): void };
  now?: () => Date;
}

export async function openHouse(database: Database, { publicUrl, mode, log, now = () => new Date() }: HouseOptions): Promise<OpenHouse> {
  const { db } = database;
  const numbers = new Map<string, number>();
  const summaries = new Map<string, EditionSummary>();
  const series = new Map<string, Published['publication']['content']['series']>();
  const kept = new Map<string, Promise<Published | null>>();
  const listeners: ((edition: string) => void)[] = [];

  const load = (edition: string, number: number): Promise<Published | null> => {
    const key = `${edition} ${number}`;
    let found = kept.get(key);
    if (found) kept.delete(key);
    else {
      found = publicationNumber(db, edition, number).then(
        (publication) => publication && { publication, index: indexOf(publication.content) },
      );
      found.catch(() => kept.delete(key));
    }
    kept.set(key, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return found;
  };

  const take = async (edition: string, number: number): Promise<void> => {
    const published = await load(edition, number);
    if (!published) return;
    summaries.set(edition, summaryOf(published));
    series.set(published.publication.content.series.id, published.publication.content.series);
    numbers.set(edition, number);
    for (const listener of listeners) listener(edition);
  };

  let renewing: Promise<void> = Promise.resolve();
  const renew = (): Promise<void> => {
    renewing = renewing
      .then(async () => {
        for (const { slug, number } of await currentNumbers(db)) if (numbers.get(slug) !== number) await take(slug, number);
      })
      .catch((error: unknown) =>
        log.warn(`The current publications could not be read: ${error instanceof Error ? error.message : String(error)}`),
      );
    return renewing;
  };

  const ear = await listen(database, 'publication', renew, log);
  await renew();

  return {
    publicUrl,
    mode,
    now,
    series: async () => [...series.values()],
    editions: async () => [...summaries.values()].sort((a, b) => b.year - a.year || a.slug.localeCompare(b.slug)),
    current: async (edition) => {
      const number = numbers.get(edition);
      return number === undefined ? null : load(edition, number);
    },
    version: async (edition, number) => (numbers.has(edition) && number <= numbers.get(edition)! ? load(edition, number) : null),
    versions: (edition) => publicationsOf(db, edition),
    search: (query) => searchPublished(db, query),
    onSwitch: (listener) => void listeners.push(listener),
    stamp: (edition) =>
      edition === null
        ? [...numbers].map(([slug, number]) => `${slug}-${number}`).join('.')
        : numbers.has(edition)
          ? `${edition}-${numbers.get(edition)}`
          : '',
    close: () => ear.close(),
  };
}
