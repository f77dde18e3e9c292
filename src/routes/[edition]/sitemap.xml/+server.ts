import { editionPages, sitemap } from '#boards/programme/formats/sitemap.ts';
import { houseOf, publishedOf } from '#ui/load.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) =>
  new Response(sitemap(houseOf(event).publicUrl, editionPages(await publishedOf(event))), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
