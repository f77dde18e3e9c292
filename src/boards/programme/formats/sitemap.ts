/** Sitemaps (sitemaps.org 0.9): every public address in each page language, each naming the same page in the others. */
import { PAGE_LANGUAGES } from '#registry/text.ts';
import { pathOfActivity, pathOfOrganisation, pathOfPerson, pathOfPlace, pathOfResult, pathOfSession, pathOfView } from '../addresses.ts';
import type { Instant } from '../content.ts';
import type { Published } from '../house.ts';
import { daysOf } from '../selection.ts';

/** With more addresses than this the sitemap is cut by edition. */
export const SPLIT_ABOVE = 5000;

export interface SitemapPage {
  /** Below `/{language}`. */
  path: string;
  changedAt: Instant | null;
}

/** Every page of an edition; what a publication changed last carries that instant. */
export function editionPages(
  { publication, index }: Published,
  notices: readonly { number: number; changedAt: Instant }[] = [],
): SitemapPage[] {
  const { edition, activities, people, organisations, places, results, focuses, topics, letters = [] } = index.content;
  const base = `/${edition.slug}`;
  const since = publication.publishedAt;
  const page = (path: string, changedAt: Instant | null = null): SitemapPage => ({ path: base + path, changedAt });
  const pages = [page('', since)];
  if (notices.length > 0) pages.push(page('/notices', notices[0]!.changedAt));
  for (const { number, changedAt } of notices) pages.push(page(`/notices/${number}`, changedAt));
  if (letters.length > 0) pages.push(page('/letters', since));
  if (activities.length === 0) return pages;
  pages.push(page('/programme', since), page('/versions', since));
  const days = new Set(activities.flatMap((activity) => daysOf(index, activity)));
  for (const day of [...days].sort()) pages.push(page(pathOfView('day', day), since));
  for (const board of new Set(activities.map((activity) => activity.board))) pages.push(page(pathOfView('board', board), since));
  for (const { slug } of focuses) pages.push(page(pathOfView('focus', slug), since));
  for (const { slug } of topics) pages.push(page(pathOfView('topic', slug), since));
  for (const activity of activities) {
    pages.push(page(pathOfActivity(activity), publication.revisions[activity.id]?.at));
    for (const session of activity.sessions)
      if (session.kind !== 'break') pages.push(page(pathOfSession(activity, session), publication.revisions[session.id]?.at));
  }
  for (const [list, entries] of [
    ['/people', people.map(pathOfPerson)],
    ['/organisations', organisations.map(pathOfOrganisation)],
    ['/places', places.map(pathOfPlace)],
    ['/results', results.map(pathOfResult)],
  ] as const)
    if (entries.length > 0) pages.push(page(list), ...entries.map((path) => page(path)));
  return pages;
}

/** The pages that belong to no edition. */
export const seriesPages = (): SitemapPage[] => ['', '/editions', '/about-data'].map((path) => ({ path, changedAt: null }));

const HREFLANG = { zh: 'zh-Hans', en: 'en' } as const;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '&apos;');

export function sitemap(publicUrl: string, pages: readonly SitemapPage[]): string {
  const entries = pages.flatMap(({ path, changedAt }) => {
    const addresses = PAGE_LANGUAGES.map((language) => ({
      hreflang: HREFLANG[language],
      href: escaped(`${publicUrl}/${language}${path}`),
    }));
    const alternates = [...addresses, { hreflang: 'x-default', href: addresses[0]!.href }]
      .map(({ hreflang, href }) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`)
      .join('');
    const lastmod = changedAt ? `<lastmod>${escaped(changedAt)}</lastmod>` : '';
    return addresses.map(({ href }) => `<url><loc>${href}</loc>${lastmod}${alternates}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}

/** The list of sitemaps, where there are several. */
export function sitemapIndex(publicUrl: string, maps: readonly { path: string; changedAt: Instant | null }[]): string {
  const entries = maps.map(({ path, changedAt }) => {
    const lastmod = changedAt ? `<lastmod>${escaped(changedAt)}</lastmod>` : '';
    return `<sitemap><loc>${escaped(publicUrl + path)}</loc>${lastmod}</sitemap>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</sitemapindex>
`;
}

export const robots = (publicUrl: string): string => `User-agent: *
Disallow: /api/
Disallow: /*/search?
Disallow: /*/my-day

Sitemap: ${publicUrl}/sitemap.xml
`;
