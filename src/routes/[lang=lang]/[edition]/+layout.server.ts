import { held } from '#ui/held.ts';
import { publishedOf } from '#ui/load.server.ts';
import { shellOfEdition } from '#ui/shell.ts';
import type { LayoutServerLoad } from './$types';

/** Pages below are given the current publication (or the version that the address names) as `published`, and its frame as `shell`. */
export const load: LayoutServerLoad = async (event) => {
  const [{ shell }, published] = await Promise.all([event.parent(), publishedOf(event)]);
  return { shell: shellOfEdition(shell, published), published: held(published) };
};
