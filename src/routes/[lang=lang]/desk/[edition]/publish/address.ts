import { keptIn } from '#ui/kept-query.ts';

type Query = Iterable<[string, string]>;

/** The review with one parameter another, or none where `value` is `null`; what was chosen and typed elsewhere stays. */
export function hrefWith(query: Query, name: string, value: string | null, hash: string): string {
  const parameters = new URLSearchParams(keptIn(query));
  if (value === null) parameters.delete(name);
  else parameters.set(name, value);
  return `?${parameters}#${hash}`;
}

/** A list of the review as a file, narrowed as the page is. */
export const fileHref = ({ pathname, searchParams }: { pathname: string; searchParams: Query }, file: string): string =>
  `${pathname}/${file}?${new URLSearchParams(keptIn(searchParams))}`;
