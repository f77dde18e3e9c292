import pg from 'pg';

/**
 * How values leave the database. Nothing passes through JS Date or binary floating point on its way:
 *
 * | PostgreSQL            | here                                                             |
 * |-----------------------|------------------------------------------------------------------|
 * | timestamptz           | string, an instant in UTC: `2022-11-25T01:00:00Z`, up to microseconds |
 * | date, timestamp, time | string, as PostgreSQL writes it: `2022-11-25`                    |
 * | interval              | string, ISO 8601: `PT1H30M`                                      |
 * | int8                  | number; a value that a number cannot hold is an error            |
 * | numeric               | string                                                           |
 * | ranges                | string, as PostgreSQL writes it                                  |
 * | json, jsonb           | the value itself                                                 |
 *
 * and arrays of them. The session settings below are what these parsers expect.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Sent when a connection is opened. */
export const sessionOptions = '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601';

type Parse = (text: string) => unknown;

/** The type number of text[]. */
const textArray = 1009;
const asWritten: Parse = (text) => text;
const parseTextArray = pg.types.getTypeParser(textArray as never) as (text: string) => (string | null)[];
const each =
  (parse: Parse): Parse =>
  (text) =>
    parseTextArray(text).map((item) => (item === null ? null : parse(item)));

const { builtins } = pg.types;
const parsers = new Map<number, Parse>([
  [builtins.TIMESTAMPTZ, parseInstant],
  [1185, each(parseInstant)],
  [builtins.DATE, asWritten],
  [1182, each(asWritten)],
  [builtins.TIMESTAMP, asWritten],
  [1115, each(asWritten)],
  [builtins.INTERVAL, asWritten],
  [1187, each(asWritten)],
  [builtins.INT8, parseInteger],
  [1016, each(parseInteger)],
  [1231, each(asWritten)],
]);

/** `infinity` and `-infinity` stay as they are. */
export function parseInstant(text: string): string {
  return text.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z');
}

function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit into a number; select it as text`);
  return value;
}
