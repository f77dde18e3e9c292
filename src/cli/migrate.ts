import type { Command } from 'commander';
import { appliedMigrations, compare, describeMigrationProblem, readMigrations } from '#platform/database/migrate.ts';
import { migrateOrFail, withDatabase } from './context.ts';
import { exitCodes, Failure } from './failure.ts';

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .summary('bring the database up to this program')
    .description(
      'Applies the migrations that the database lacks, in order. The server does the same when it starts; a release with several servers does it once, before them.',
    )
    .option('--check', 'change nothing; exit with 1 if there is something to apply')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx everforum migrate\n  $ DATABASE_URL=postgres://forum@db.example.org/forum npx everforum migrate --check',
    )
    .action((options: { check?: boolean }) =>
      withDatabase(({ database, progress }) => (options.check ? check(database) : apply(database, progress)), { migrated: false }),
    );

  const apply = async (database: Parameters<typeof migrateOrFail>[0], progress: { step(text: string): void; clear(): void }) => {
    const applied = await migrateOrFail(database, (name) => progress.step(`Applying ${name}`));
    progress.clear();
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
  };

  const check = async ({ pool }: Parameters<typeof migrateOrFail>[0]) => {
    const missing = compare(readMigrations(), await appliedMigrations(pool));
    if (!missing.ok) throw new Failure(describeMigrationProblem(missing.problem), exitCodes.refused);
    if (missing.value.length > 0) throw new Failure(`To apply: ${missing.value.map(({ name }) => name).join(', ')}.`);
    console.log('The database is up to date.');
  };
}
