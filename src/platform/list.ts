/**
 * Lists that are searched, filtered, sorted and paged by their address alone, so that a view of a list is a link and needs no script.
 * Parameters: `q` words to search within, `sort` a name of an order, `page` from 1, and one parameter for each filter.
 */
export interface ListSpec<Row> {
  /** What words are looked for in. */
  text(row: Row): string;
  /** Orders by name; the first is the one without a parameter. */
  sorts: Record<string, (a: Row, b: Row) => number>;
  /** Filters by name: the keys a row answers to. */
  filters: Record<string, (row: Row) => readonly string[]>;
  pageSize: number;
}

export interface ListQuery {
  q: string;
  sort: string;
  page: number;
  filters: Record<string, string>;
}

export interface Listed<Row> {
  rows: Row[];
  /** Rows that match, on all pages. */
  total: number;
  /** Rows before any word or filter. */
  all: number;
  page: number;
  pages: number;
  /** For each filter the keys there are and how many rows each would leave, given the words and the other filters; the largest first. */
  facets: Record<string, { key: string; count: number }[]>;
  query: ListQuery;
}

/** Reads a query from an address. What is unknown or malformed falls back to the plain list; control characters are no words. */
export function listQuery(spec: Pick<ListSpec<never>, 'sorts' | 'filters'>, parameters: URLSearchParams): ListQuery {
  const sort = parameters.get('sort') ?? '';
  const page = /^\d{1,6}$/.test(parameters.get('page') ?? '') ? Number(parameters.get('page')) : 1;
  const filters: Record<string, string> = {};
  for (const name of Object.keys(spec.filters)) {
    const value = parameters.get(name);
    if (value) filters[name] = value.replace(/\p{Cc}+/gu, ' ').slice(0, 200);
  }
  return {
    q: (parameters.get('q') ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, 200),
    sort: Object.hasOwn(spec.sorts, sort) ? sort : (Object.keys(spec.sorts)[0] ?? ''),
    page: Math.max(1, page),
    filters,
  };
}

export function listOf<Row>(rows: readonly Row[], spec: ListSpec<Row>, query: ListQuery): Listed<Row> {
  const wanted = folded(query.q).split(/\s+/).filter(Boolean);
  const found = wanted.length === 0 ? rows : rows.filter((row) => holdsAll(folded(spec.text(row)), wanted));
  const passes = (row: Row, except?: string) =>
    Object.entries(query.filters).every(([name, key]) => name === except || (spec.filters[name]?.(row).includes(key) ?? true));
  const facets: Listed<Row>['facets'] = {};
  for (const [name, keysOf] of Object.entries(spec.filters)) {
    const counts = new Map<string, number>();
    for (const row of found) if (passes(row, name)) for (const key of new Set(keysOf(row))) counts.set(key, (counts.get(key) ?? 0) + 1);
    facets[name] = [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  }
  const matching = found.filter((row) => passes(row));
  const order = spec.sorts[query.sort];
  const sorted = order ? matching.toSorted(order) : matching;
  const pages = Math.max(1, Math.ceil(sorted.length / spec.pageSize));
  const page = Math.min(query.page, pages);
  return {
    rows: sorted.slice((page - 1) * spec.pageSize, page * spec.pageSize),
    total: sorted.length,
    all: rows.length,
    page,
    pages,
    facets,
    query,
  };
}

/** The query of a list's address with some of it changed, in one fixed order; a change of words or filters goes back to the first page. */
export function listHref(
  spec: Pick<ListSpec<never>, 'sorts' | 'filters'>,
  query: ListQuery,
  change: { q?: string; sort?: string; page?: number; filters?: Record<string, string | null> },
): string {
  const parameters = new URLSearchParams();
  const q = change.q ?? query.q;
  if (q) parameters.set('q', q);
  for (const name of Object.keys(spec.filters)) {
    const value = change.filters && name in change.filters ? change.filters[name] : query.filters[name];
    if (value) parameters.set(name, value);
  }
  const sort = change.sort ?? query.sort;
  if (sort && sort !== Object.keys(spec.sorts)[0]) parameters.set('sort', sort);
  const page = change.page ?? 1;
  if (page > 1) parameters.set('page', String(page));
  const text = parameters.toString();
  return text ? `?${text}` : '?';
}

/** Text as it is compared: without case, width, or the marks above and below letters. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

const holdsAll = (text: string, wanted: readonly string[]): boolean => wanted.every((word) => text.includes(word));
