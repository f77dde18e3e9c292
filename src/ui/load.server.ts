/** What the loads of pages have in common. */
import { error } from '@sveltejs/kit';
import type { House, Published } from '#boards/programme/house.ts';

/** What of a request is looked at; every route's own event has it, whatever its parameters are. */
interface Asked {
  platform: Readonly<App.Platform> | undefined;
  params: object;
}

/** The house that the server gave with the request. */
export function houseOf(event: Pick<Asked, 'platform'>): House {
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
