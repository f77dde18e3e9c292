import { error } from '@sveltejs/kit';
import { publishedOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

/** There is a page as soon as there is a letter on it. */
export const load: PageServerLoad = async (event) => {
  const { letters = [] } = (await publishedOf(event)).index.content;
  if (letters.length === 0) error(404, 'page');
  return { letters };
};
