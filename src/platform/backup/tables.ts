import type pg from 'pg';

/** A table of ours, with the columns that hold data of their own: generated ones follow from them. */
export interface Table {
  name: string;
  columns: string[];
}

/** The migrations' record: part of a backup's header, not of its data. */
const record = 'schema_migration';

/** The tables of the schema in use, in the order of their names; those of extensions are none of ours. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> $1
        and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
      group by c.relname order by c.relname`,
    [record],
  );
  return rows;
}

export interface Sequence {
  name: string;
  last: number;
  called: boolean;
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string; last: number; called: boolean }>(
    `select sequencename::text as name, coalesce(last_value, start_value) as last, last_value is not null as called
       from pg_sequences where schemaname = current_schema() order by sequencename`,
  );
  return rows;
}

/** A foreign key and the statement parts that take it away and put it back. */
export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

export async function listForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select c.relname::text as table, k.conname::text as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and k.conparentid = 0 and k.connamespace = current_schema()::regnamespace order by 1, 2`,
  );
  return rows;
}
