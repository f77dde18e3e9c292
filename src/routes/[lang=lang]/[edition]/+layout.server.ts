import { bannerLines } from '#boards/notices/banner.ts';
import { emptyBoard } from '#boards/notices/board.ts';
import { held } from '#ui/held.ts';
import { publishedOf } from '#ui/load.server.ts';
import { shellOfEdition } from '#ui/shell.ts';
import type { LayoutServerLoad } from './$types';

/** Pages below are given the current publication (or the version that the address names) as `published`, its frame as `shell`, and the notices that stand above. */
export const load: LayoutServerLoad = async (event) => {
  const [{ shell }, published] = await Promise.all([event.parent(), publishedOf(event)]);
  const board = event.platform?.notices ?? emptyBoard;
  const notices = board.of(event.params.edition);
  return {
    shell: shellOfEdition(shell, published, notices.length),
    published: held(published),
    banner: bannerLines(notices, board.now().toISOString()),
  };
};
