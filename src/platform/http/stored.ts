/** One rendered answer, kept in every form it is sent in, so that sending it is a look-up. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Stored {
  status: number;
  /** Names in lower case; without those that depend on the form (`etag`, `content-length`, `content-encoding`). */
  headers: [string, string][];
  /** Of the body before compression. */
  hash: string;
  lastModified: number | null;
  /** Epoch milliseconds after which it must be rendered anew. */
  validUntil: number;
  bytes: number;
  /** Asked for since it was last considered for removal. */
  used?: boolean;
  forms: Record<Encoding, Form | null>;
}

export interface Form {
  body: Buffer;
  etag: string;
  /** Names and values in turn, as `writeHead` takes them. */
  head: string[];
  /** The same for 304. */
  unchanged: string[];
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml|[a-z.-]+\+(json|xml)|vnd\.oai|manifest)|image\/svg)/;
/** Below this a packet is a packet. */
const WORTH = 600;
const SKIPPED = new Set(['etag', 'content-length', 'content-encoding', 'x-valid-until', 'vary']);

interface Rendered {
  status: number;
  headers: Iterable<[string, string]>;
  body: Buffer;
  /** Brotli quality 0–11. */
  quality: number;
}

/** Compresses once; 304 answers carry what RFC 9110 (15.4.5) asks for. */
export async function store({ status, headers, body, quality }: Rendered): Promise<Stored> {
  const all = [...headers].map(([name, value]) => [name.toLowerCase(), value] as [string, string]);
  const find = (name: string) => all.find(([key]) => key === name)?.[1];
  const type = find('content-type') ?? '';
  const until = find('x-valid-until');
  const modified = find('last-modified');
  const kept = all.filter(([name]) => !SKIPPED.has(name));
  if (!find('cache-control')) kept.push(['cache-control', 'public, no-cache']);
  const compress = body.length >= WORTH && COMPRESSIBLE.test(type);
  const [br, gz] = compress
    ? await Promise.all([
        brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
        gzipped(body, { level: 6 }),
      ])
    : [null, null];
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return assemble({
    status,
    headers: kept,
    hash,
    lastModified: modified ? Math.floor(Date.parse(modified) / 1000) : null,
    validUntil: until ? Date.parse(until) : Infinity,
    bodies: { br, gzip: gz, identity: body },
  });
}

interface Parts {
  status: number;
  headers: [string, string][];
  hash: string;
  lastModified: number | null;
  validUntil: number;
  bodies: Record<Encoding, Buffer | null>;
}

export function assemble({ status, headers, hash, lastModified, validUntil, bodies }: Parts): Stored {
  const varies = bodies.br !== null || bodies.gzip !== null;
  const form = (encoding: Encoding): Form | null => {
    const body = bodies[encoding];
    if (!body) return null;
    const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    const shared = [...headers.flat(), 'etag', etag, ...(varies ? ['vary', 'accept-encoding'] : [])];
    const coded = encoding === 'identity' ? [] : ['content-encoding', encoding];
    return { body, etag, head: [...shared, ...coded, 'content-length', String(body.length)], unchanged: withoutContent(shared) };
  };
  const forms = { br: form('br'), gzip: form('gzip'), identity: form('identity') };
  const bytes = ENCODINGS.reduce((sum, encoding) => sum + (bodies[encoding]?.length ?? 0), 1000);
  return { status, headers, hash, lastModified, validUntil, bytes, forms };
}

function withoutContent(head: string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < head.length; at += 2) if (!/^content-(type|length)$/.test(head[at]!)) kept.push(head[at]!, head[at + 1]!);
  return kept;
}

const preferences = new Map<string, Encoding[]>();

/** What the client accepts, best first (RFC 9110, 12.5.3); `identity` is always last unless refused. */
export function accepted(header: string | undefined): Encoding[] {
  if (!header) return ['identity'];
  let found = preferences.get(header);
  if (found) return found;
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(name === 'x-gzip' ? 'gzip' : name, q ? Number(q.slice(2)) || 0 : 1);
  }
  const weight = (encoding: Encoding) => weights.get(encoding) ?? (encoding === 'identity' ? 0.0001 : (weights.get('*') ?? 0));
  found = ENCODINGS.filter((encoding) => weight(encoding) > 0).sort((a, b) => weight(b) - weight(a));
  if (preferences.size > 200) preferences.clear();
  preferences.set(header, found);
  return found;
}

export function formFor(stored: Stored, header: string | undefined): Form {
  for (const encoding of accepted(header)) {
    const form = stored.forms[encoding];
    if (form) return form;
  }
  return stored.forms.identity!;
}

/** Whether the client's copy is still the one: `If-None-Match` first, `If-Modified-Since` only without it (RFC 9110, 13.2.2). */
export function isUnchanged(stored: Stored, match: string | undefined, since: string | undefined): boolean {
  if (stored.status !== 200) return false;
  // Every form of one page has the same text, so any of their tags will do.
  if (match !== undefined) return match.includes(stored.hash) || match.trim() === '*';
  if (since !== undefined && stored.lastModified !== null) return Math.floor(Date.parse(since) / 1000) >= stored.lastModified;
  return false;
}
