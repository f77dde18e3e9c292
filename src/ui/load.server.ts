/** What the loads of pages have in common. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { House, Published } from '#boards/programme/house.ts';

type Asked = Pick<RequestEvent, 'platform' | 'params'>;

/** The house that the server gave with the request. */
export function houseOf(event: Pick<RequestEvent, 'platform'>): House {
  if (!event.platform?.house) throw new Error('The server gave no house with the request.');
  return event.platform.house;
}

/** The edition in the address as the public reads it now, or the version in the address where it names one; 404 for what was never published. */
export async function publishedOf(event: Asked): Promise<Published> {
  const { edition = '', version } = event.params as { edition?: string; version?: number | string };
  const house = houseOf(event);
  const found = version === undefined ? await house.current(edition) : await house.version(edition, Number(version));
  return found ?? error(404, version === undefined ? 'edition' : 'version');
}
