/** Writes numbers into a table, one commit each, and prints each once PostgreSQL has acknowledged it. Goes on when the database goes away. */
import pino from 'pino';
import { openDatabase } from '#platform/database/connect.ts';

const dataDir = process.env.DATA_DIR!;
const database = await openDatabase({ databaseUrl: null, dataDir }, { log: pino({ level: 'silent' }), connections: 1 });
const first = await database.pool
  .query('create table if not exists fault_probe (number int primary key)')
  .then(() => database.pool.query<{ last: number }>('select coalesce(max(number), 0) as last from fault_probe'));
for (let number = first.rows[0]!.last + 1; ; number++) {
  const acknowledged = await database.pool.query('insert into fault_probe values ($1) on conflict do nothing', [number]).then(
    () => true,
    () => false,
  );
  if (acknowledged) process.stdout.write(`${number}\n`);
  else await new Promise((resolve) => setTimeout(resolve, 20));
}
