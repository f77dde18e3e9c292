import { bannerLines } from '#boards/notices/banner.ts';
import { eventStream } from '#platform/live/hub.server.ts';
import type { RequestHandler } from './$types';

/** The notices in force, now and whenever they change, as server-sent events. */
export const GET: RequestHandler = ({ platform, params, request }) => {
  const board = platform?.notices;
  if (!board) return new Response(null, { status: 404 });
  const lines = () => ({ lines: bannerLines(board.of(params.edition), board.now().toISOString()) });
  const topic = `notices ${params.edition}`;
  const follow = (_topic: string, hear: (detail: unknown) => void) => {
    hear(lines());
    return board.follow(params.edition, () => hear(lines()));
  };
  return eventStream({ follow }, [topic], request.signal);
};
