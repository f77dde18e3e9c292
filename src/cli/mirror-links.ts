/** Addresses of a living site turned into files and links between files. */
import { posix } from 'node:path';
import { isPageLanguage } from '#registry/text.ts';

const LINK = /(\s(?:href|src|action|data-href)=")(\/[^"]*)"/g;

const decoded = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<');

/** Every address on our own site that a page leads to, without its fragment. */
export function linksIn(html: string): string[] {
  const links = new Set<string>();
  for (const [, , link] of html.matchAll(LINK)) if (!link!.startsWith('//')) links.add(decoded(link!).split('#', 1)[0]!);
  return [...links];
}

/** The file that stands for an address, or `null` for what stays with the live site. */
export function fileOf(address: string, edition: string): string | null {
  const { pathname, search } = new URL(address, 'http://mirror.invalid');
  const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (parts.some((part) => part === '..' || part === '.' || /[/\\\0]/.test(part))) return null;
  const [first = '', second, third] = parts;
  const isPage = isPageLanguage(first) && second === edition;
  // Filters that combine and earlier versions would be files without number.
  if (isPage && (search || (third === 'versions' && parts.length > 4))) return null;
  if (isPage) return posix.join(...parts, 'index.html');
  if (first === 'portraits' && !search) return posix.join(...parts);
  if (first !== edition || parts.length < 2) return null;
  if (!search) return posix.join(...parts);
  const { dir, name, ext } = posix.parse(posix.join(...parts));
  const query = search
    .slice(1)
    .replace(/[^A-Za-z0-9,=&-]/g, '_')
    .replaceAll('=', '-')
    .replaceAll('&', '.');
  return posix.join(dir, `${name}.${query}${ext}`);
}

/** The page with its links made relative, so that the mirror can lie in any folder; what has no file leads to the live site. */
export function relinked(html: string, file: string, edition: string, publicUrl: string): string {
  const from = posix.dirname(file);
  return html.replace(LINK, (whole, attribute: string, link: string) => {
    if (link.startsWith('//')) return whole;
    const [address = '', fragment] = decoded(link).split('#', 2);
    const hash = fragment === undefined ? '' : `#${fragment}`;
    const target =
      address.startsWith('/_app/') || /^\/[\w.-]+\.(svg|png|ico|webmanifest|txt)$/.test(address)
        ? address.slice(1)
        : fileOf(address, edition);
    const to = target ? posix.relative(from, target).split('/').map(encodeURIComponent).join('/') : publicUrl + address;
    return `${attribute}${(to + hash).replaceAll('&', '&amp;')}"`;
  });
}

/** A style sheet whose fonts and pictures are found from wherever the mirror lies. */
export const restyled = (css: string, file: string): string =>
  css.replace(/url\(\/([^)]+)\)/g, (_, target: string) => `url(${posix.relative(posix.dirname(file), target)})`);
