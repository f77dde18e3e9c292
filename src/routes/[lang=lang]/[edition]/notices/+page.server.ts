import { emptyBoard } from '#boards/notices/board.ts';
import { held } from '#ui/held.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ platform, params }) => {
  const board = platform?.notices ?? emptyBoard;
  return { page: held({ notices: board.of(params.edition), now: board.now().toISOString() }) };
};
