import { robots } from '#boards/programme/formats/sitemap.ts';
import { houseOf } from '#ui/load.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  new Response(robots(houseOf(event).publicUrl), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
