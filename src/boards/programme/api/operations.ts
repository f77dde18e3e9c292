/**
 * The read interface, operation by operation: its address, what it can be asked, the shape it answers in, and the answer. The routes, the
 * OpenAPI description and the tests all walk this one table.
 */
import { z } from 'zod';
import { isPageLanguage } from '#registry/text.ts';
import { HIT_TYPES, type House, type Published } from '../house.ts';
import { select, selectionFrom, VIEWS } from '../selection.ts';
import { presenter, presentSummary } from './present.ts';
import * as shapes from './shapes.ts';

export interface Operation {
  /** `/editions/{edition}/activities/{activity}`, below `/api/v1`. */
  path: string;
  summary: string;
  /** What the query may say, with its description. */
  query: Record<string, { description: string; schema: z.ZodType }>;
  answer: z.ZodType;
  /** `null` where what the address names is not there. The instant is that of the publication that was read. */
  run(house: House, path: Record<string, string>, query: URLSearchParams): Promise<{ body: unknown; lastModified: string | null } | null>;
}

const paging = {
  page: { description: 'Which page, from 1', schema: z.int().min(1).optional() },
  size: { description: 'Items on a page, at most 500; 100 unless told', schema: z.int().min(1).max(500).optional() },
};
const selection = Object.fromEntries(
  VIEWS.map((view) => [view, { description: `Only those of one ${view}, by its key in addresses`, schema: z.string().optional() }]),
);
const atVersion = {
  version: { description: 'An earlier programme version; the current one unless told', schema: z.int().min(1).optional() },
};

const whole = (text: string | null): number | null => (text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

async function publishedAt(house: House, edition: string, query: URLSearchParams): Promise<Published | null> {
  const version = query.get('version');
  if (version === null) return house.current(edition);
  const number = whole(version);
  return number === null ? null : house.version(edition, number);
}

function page<Item, Told>({ publication }: Published, items: readonly Item[], query: URLSearchParams, tell: (item: Item) => Told) {
  const size = Math.min(500, whole(query.get('size')) ?? 100);
  const pages = Math.max(1, Math.ceil(items.length / size));
  const at = Math.min(pages, whole(query.get('page')) ?? 1);
  return { version: publication.number, total: items.length, page: at, pages, items: items.slice((at - 1) * size, at * size).map(tell) };
}

type Presenter = ReturnType<typeof presenter>;

/** An operation that reads one publication. */
const reading = (
  path: string,
  summary: string,
  answer: z.ZodType,
  query: Operation['query'],
  tell: (told: { published: Published; show: Presenter; path: Record<string, string>; query: URLSearchParams; house: House }) => unknown,
): Operation => ({
  path: `/editions/{edition}${path}`,
  summary,
  answer,
  query: { ...query, ...atVersion },
  async run(house, parameters, asked) {
    const published = await publishedAt(house, parameters['edition']!, asked);
    if (!published) return null;
    const body = await tell({ published, show: presenter(house.publicUrl, published), path: parameters, query: asked, house });
    return body === undefined || body === null ? null : { body, lastModified: published.publication.publishedAt };
  },
});

const list = <Item>(
  name: string,
  shape: z.ZodType,
  itemsOf: (published: Published) => readonly Item[],
  tell: (show: Presenter, item: Item) => unknown,
): Operation =>
  reading(`/${name}`, `The ${name} of an edition`, shapes.paged(shape), paging, ({ published, show, query }) =>
    page(published, itemsOf(published), query, (item) => tell(show, item)),
  );

export const OPERATIONS: readonly Operation[] = [
  {
    path: '/editions',
    summary: 'Every edition that has a published programme, newest first',
    query: {},
    answer: z.object({ items: z.array(shapes.editionSummary) }),
    async run(house) {
      const editions = await house.editions();
      const lastModified = editions.map(({ publishedAt }) => publishedAt).sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
      return { body: { items: editions.map((one) => presentSummary(house.publicUrl, one)) }, lastModified };
    },
  },
  reading('', 'One edition', shapes.edition, {}, async ({ show, house, path }) => {
    const summary = (await house.editions()).find(({ slug }) => slug === path['edition']);
    return summary && show.edition(summary);
  }),
  reading(
    '/activities',
    'The activities, or those of a part of the programme',
    shapes.paged(shapes.activitySummary),
    { ...selection, ...paging },
    (asked) => page(asked.published, select(asked.published.index, selectionFrom(asked.query)), asked.query, asked.show.activitySummary),
  ),
  reading('/activities/{activity}', 'One activity with its agenda', shapes.activity, {}, ({ published, show, path }) => {
    const found = published.index.activityBySlug.get(path['activity']!);
    return found && show.activity(found);
  }),
  reading(
    '/sessions',
    'The sessions of all activities, or of those of a part',
    shapes.paged(shapes.session),
    { ...selection, ...paging },
    (asked) => {
      const activities = select(asked.published.index, selectionFrom(asked.query));
      const sessions = activities.flatMap((activity) => activity.sessions.map((session) => ({ activity, session })));
      return page(asked.published, sessions, asked.query, ({ activity, session }) => asked.show.session(activity, session));
    },
  ),
  list(
    'people',
    shapes.person,
    ({ publication }) => publication.content.people,
    (show, item) => show.person(item),
  ),
  list(
    'organisations',
    shapes.organisation,
    ({ publication }) => publication.content.organisations,
    (show, item) => show.organisation(item),
  ),
  list(
    'places',
    shapes.place,
    ({ publication }) => publication.content.places,
    (show, item) => show.place(item),
  ),
  list(
    'results',
    shapes.result,
    ({ publication }) => publication.content.results,
    (show, item) => show.result(item),
  ),
  {
    path: '/editions/{edition}/versions',
    summary: 'The programme versions, newest first',
    query: {},
    answer: z.object({ items: z.array(shapes.version) }),
    async run(house, { edition = '' }) {
      const published = await house.current(edition);
      if (!published) return null;
      const versions = await house.versions(edition);
      const told = versions.map((one) => ({ ...one, page: `${house.publicUrl}/en/${edition}/versions/${one.number}` }));
      return { body: { items: told }, lastModified: published.publication.publishedAt };
    },
  },
  {
    path: '/editions/{edition}/versions/{version}/changes',
    summary: 'What a version changed against the one before',
    query: {},
    answer: z.object({ version: z.int(), publishedAt: z.string(), items: z.array(shapes.change) }),
    async run(house, { edition = '', version = '' }) {
      const number = whole(version);
      const found = number === null ? null : await house.version(edition, number);
      if (!found) return null;
      const { publishedAt, changes } = found.publication;
      return { body: { version: number, publishedAt, items: changes }, lastModified: publishedAt };
    },
  },
  {
    path: '/search',
    summary: 'Searches everything that is published, in both languages',
    query: {
      q: { description: 'What to look for', schema: z.string() },
      lang: { description: 'Language of the answer: zh or en', schema: z.enum(['zh', 'en']).optional() },
      edition: { description: 'Slug of one edition', schema: z.string().optional() },
      type: { description: 'One type of entry', schema: z.enum(HIT_TYPES).optional() },
      limit: { description: 'At most 100; 20 unless told', schema: z.int().min(1).max(100).optional() },
      offset: { description: 'How many to leave out', schema: z.int().min(0).optional() },
    },
    answer: shapes.searchAnswer,
    async run(house, _path, query) {
      const asked = query.get('lang') ?? '';
      const language = isPageLanguage(asked) ? asked : 'en';
      const type = HIT_TYPES.find((one) => one === query.get('type')) ?? null;
      const { hits, ...answer } = await house.search({
        text: (query.get('q') ?? '').slice(0, 400),
        language,
        edition: query.get('edition'),
        type,
        limit: Math.min(100, whole(query.get('limit')) ?? 20),
        offset: Math.min(10_000, whole(query.get('offset')) ?? 0),
      });
      const items = hits.map(({ path, ...hit }) => ({ ...hit, page: `${house.publicUrl}/${language}${path}` }));
      return { body: { ...answer, items }, lastModified: null };
    },
  },
];

/** The operation that an address below `/api/v1` names, with the parts of the address. */
export function operationAt(path: string): { operation: Operation; parameters: Record<string, string> } | null {
  const parts = path.split('/').filter(Boolean);
  for (const operation of OPERATIONS) {
    const names = operation.path.split('/').filter(Boolean);
    if (names.length !== parts.length) continue;
    const parameters: Record<string, string> = {};
    const fits = names.every((name, at) => {
      if (!name.startsWith('{')) return name === parts[at];
      parameters[name.slice(1, -1)] = parts[at]!;
      return true;
    });
    if (fits) return { operation, parameters };
  }
  return null;
}
