import { seriesPages, sitemap } from '#boards/programme/formats/sitemap.ts';
import { houseOf } from '#ui/load.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  new Response(sitemap(houseOf(event).publicUrl, seriesPages()), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
