/**
 * A backup is one gzip file. Unpacked it is lines of JSON, and after each table's line the table's rows as PostgreSQL's COPY writes
 * them, in pieces: a line with the number of bytes, then the bytes; a piece of 0 ends the table.
 *
 *     {"everforum":"backup","format":1,"program":"0.1.0","madeAt":"…","migrations":[{"name":"0001-registry","checksum":"…"}]}
 *     {"table":"series","columns":["id","slug"]}
 *     12
 *     1\tzgc-forum
 *     0
 *     {"end":true,"tables":{"series":{"rows":1,"sha256":"…"}},"sequences":{"audit_entry_id_seq":{"last":7,"called":true}}}
 */
import { z } from 'zod';

export const formatVersion = 1;

export const headerSchema = z.object({
  everforum: z.literal('backup'),
  format: z.int(),
  program: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});
export type Header = z.output<typeof headerSchema>;

export const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()) });
export type TableStart = z.output<typeof tableSchema>;

export const endSchema = z.object({
  end: z.literal(true),
  tables: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
  sequences: z.record(z.string(), z.object({ last: z.int(), called: z.boolean() })),
});
export type End = z.output<typeof endSchema>;

/** A line longer than this is no line of ours. */
const longestLine = 1 << 20;
/** PostgreSQL holds no row above 1 GB; a piece is a row, or several small ones. */
const longestPiece = 1 << 30;

/** The bytes are not those of a backup, or not all of them. */
export class Damaged extends Error {
  override name = 'Damaged';
}

/** Reads lines and pieces from a stream of bytes, holding no more than one of them. */
export class Reader {
  private readonly source: AsyncIterator<Buffer>;
  private buffer: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    for (let searched = 0; ;) {
      const end = this.buffer.indexOf(10, searched);
      if (end >= 0) return this.take(end + 1).toString('utf8', 0, end);
      searched = this.buffer.length;
      if (searched > longestLine) throw new Damaged('a line has no end');
      await this.more();
    }
  }

  /** The next piece; null at the end of the table. */
  async piece(): Promise<Buffer | null> {
    const text = await this.line();
    const length = /^\d{1,10}$/.test(text) ? Number(text) : Infinity;
    if (length > longestPiece) throw new Damaged('the length of a piece is none');
    if (length === 0) return null;
    const parts: Buffer[] = [];
    for (let missing = length; missing > 0;) {
      if (this.buffer.length === 0) await this.more();
      const part = this.take(Math.min(missing, this.buffer.length));
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** True when nothing follows. */
  async atEnd(): Promise<boolean> {
    return this.buffer.length === 0 && Boolean((await this.source.next()).done);
  }

  private take(length: number): Buffer {
    const taken = this.buffer.subarray(0, length);
    this.buffer = this.buffer.subarray(length);
    return taken;
  }

  private async more(): Promise<void> {
    const next = await this.source.next();
    if (next.done) throw new Damaged('it ends too early');
    this.buffer = this.buffer.length === 0 ? next.value : Buffer.concat([this.buffer, next.value]);
  }
}

/** A line of JSON of the given shape. */
export function parseLine<Shape extends z.ZodType>(line: string, shape: Shape): z.output<Shape> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Damaged('a line is no JSON');
  }
  const result = shape.safeParse(value);
  if (!result.success) throw new Damaged(`a line is not as expected: ${z.prettifyError(result.error).replaceAll('\n', ' ')}`);
  return result.data;
}
