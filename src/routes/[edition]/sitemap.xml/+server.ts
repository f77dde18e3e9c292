import { changedAt } from '#boards/notices/banner.ts';
import { editionPages, sitemap } from '#boards/programme/formats/sitemap.ts';
import { houseOf, publishedOf } from '#ui/load.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const notices = (event.platform?.notices?.of(event.params.edition) ?? []).map((one) => ({
    number: one.number,
    changedAt: changedAt(one),
  }));
  return new Response(sitemap(houseOf(event).publicUrl, editionPages(await publishedOf(event), notices)), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
