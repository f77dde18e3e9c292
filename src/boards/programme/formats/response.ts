/** Answers of feeds and of the interface: readable from any site, dated by the publication they were made from. */
import type { FeedFile } from './feed.ts';

/** Asked again each time, so that nobody reads a version that is no longer the current one; asking is cheap, as everything has an ETag. */
const CACHE = 'public, no-cache';

export const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, last-modified, content-disposition',
  'cross-origin-resource-policy': 'cross-origin',
};

const dated = (at: string | null): Record<string, string> => (at ? { 'last-modified': new Date(at).toUTCString() } : {});

/** Tables are saved, everything else is shown or subscribed to. */
export function fileResponse(file: FeedFile | null): Response {
  if (!file) return problemResponse(404, 'Not found', 'Nothing is published at this address.');
  const saved = /csv|sheet/.test(file.type) ? 'attachment' : 'inline';
  return new Response(typeof file.body === 'string' ? file.body : new Uint8Array(file.body), {
    headers: {
      ...OPEN,
      ...dated(file.lastModified),
      'content-type': file.type,
      'cache-control': CACHE,
      'content-disposition': `${saved}; filename="${file.name.replace(/[^\w.-]/g, '-')}"`,
    },
  });
}

export const jsonResponse = (body: unknown, lastModified: string | null): Response =>
  new Response(JSON.stringify(body), {
    headers: { ...OPEN, ...dated(lastModified), 'content-type': 'application/json; charset=utf-8', 'cache-control': CACHE },
  });

/** RFC 9457 */
export const problemResponse = (status: number, title: string, detail: string): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), {
    status,
    headers: { ...OPEN, 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });

/** What a browser asks before it lets another site's page read us. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': '*',
      'access-control-max-age': '86400',
    },
  });
