import { error } from '@sveltejs/kit';
import { emptyBoard } from '#boards/notices/board.ts';
import { sketchOf } from '#boards/notices/sketch.ts';
import { venuesIn } from '#boards/programme/pages/venues-in.ts';
import { held } from '#ui/held.ts';
import { publishedOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const board = event.platform?.notices ?? emptyBoard;
  const notice = board.of(event.params.edition).find(({ number }) => number === event.params.number);
  if (!notice) error(404, 'notice');
  const sketch = notice.roads && sketchOf(notice.roads, venuesIn((await publishedOf(event)).index.content.places));
  return { page: held({ notice, sketch, now: board.now().toISOString() }) };
};
