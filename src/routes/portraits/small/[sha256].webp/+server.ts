import { error } from '@sveltejs/kit';
import { publishedFile } from '#platform/files/files.server.ts';
import { smallPortraitOf } from '#platform/files/portrait.ts';
import { pictureAnswer } from '#platform/files/response.ts';
import { backstageOf, shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

/** Made when it is first asked for; the front keeps it from then on, as it keeps pages. */
export const GET: RequestHandler = async (event) => {
  const { sha256 } = await shown(event, publishedFile, event.params);
  const stored = sha256 && (await backstageOf(event).files.read(sha256));
  if (!stored) error(404, 'not found');
  return pictureAnswer(await smallPortraitOf(new Uint8Array(await new Response(stored).arrayBuffer())));
};
