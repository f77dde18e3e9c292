import { error } from '@sveltejs/kit';
import { publishedFile } from '#platform/files/files.server.ts';
import { backstageOf, shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

/** What a publication shows is named by its own bytes, and so never changes. */
export const GET: RequestHandler = async (event) => {
  const { sha256 } = await shown(event, publishedFile, event.params);
  const body = sha256 && (await backstageOf(event).files.read(sha256));
  if (!body) error(404, 'not found');
  return new Response(body, {
    headers: {
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'image/webp',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};
