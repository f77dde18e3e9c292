import { changedAt } from '#boards/notices/banner.ts';
import { editionPages, seriesPages, sitemap, sitemapIndex, SPLIT_ABOVE } from '#boards/programme/formats/sitemap.ts';
import { PAGE_LANGUAGES } from '#registry/text.ts';
import { houseOf } from '#ui/load.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const house = houseOf(event);
  const editions = await house.editions();
  const published = (await Promise.all(editions.map(({ slug }) => house.current(slug)))).filter((one) => one !== null);
  const pages = published.map((one) =>
    editionPages(
      one,
      (event.platform?.notices?.of(one.publication.content.edition.slug) ?? []).map((notice) => ({
        number: notice.number,
        changedAt: changedAt(notice),
      })),
    ),
  );
  const addresses = pages.reduce((sum, { length }) => sum + length * PAGE_LANGUAGES.length, 0);
  const xml =
    addresses <= SPLIT_ABOVE
      ? sitemap(house.publicUrl, [...seriesPages(), ...pages.flat()])
      : sitemapIndex(house.publicUrl, [
          { path: '/sitemap-series.xml', changedAt: null },
          ...published.map(({ publication }) => ({
            path: `/${publication.content.edition.slug}/sitemap.xml`,
            changedAt: publication.publishedAt,
          })),
        ]);
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
