/** Writes src/platform/database/schema.ts, the types of the tables, from a freshly migrated database: `node scripts/schema.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, PostgresDialect } from 'kysely-codegen';
import prettier from 'prettier';
import type { Database } from '#platform/database/connect.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { projectRoot } from '#platform/root.ts';

export const schemaFile = join(projectRoot, 'src/platform/database/schema.ts');

/** As columnTypes in src/platform/database/types.ts delivers them. */
const typeMapping = {
  timestamptz: 'string',
  timestamp: 'string',
  date: 'string',
  interval: 'string',
  int8: 'number',
  numeric: 'string',
  tstzrange: 'string',
  daterange: 'string',
};

/** The source text of the types of this database, as it should stand in `schemaFile`. */
export async function schemaSource({ db }: Pick<Database, 'db'>): Promise<string> {
  const source = await generate({ db, dialect: new PostgresDialect(), outFile: null, typeMapping, singularize: false });
  return prettier.format(source, { ...(await prettier.resolveConfig(schemaFile)), filepath: schemaFile });
}

if (import.meta.main) {
  const cleanUps: (() => unknown)[] = [];
  const database = await testDatabase({ after: (work) => cleanUps.push(work as () => unknown) });
  const source = await schemaSource(database);
  if (source !== readFileSync(schemaFile, 'utf8')) writeFileSync(schemaFile, source);
  for (const cleanUp of cleanUps) await cleanUp();
}
