import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { restoreBackup, type RestoreProblem } from '#platform/backup/restore.ts';
import { copyFiles, missingFiles } from '#platform/files/copies.server.ts';
import { filesBeside, filesOf, folderStore } from '#platform/files/store.ts';
import { migrateOrFail, withDatabase } from './context.ts';
import { exitCodes, Failure } from './failure.ts';

export function registerRestore(program: Command): void {
  program
    .command('restore')
    .summary('put a backup into the database')
    .description(
      'Puts a backup into the database of DATABASE_URL or DATA_DIR, all or nothing. A new database is made as it was, then brought up to date; ' +
        'one that holds data is refused unless it is to be replaced. Files beside the backup are put into DATA_DIR. Restart servers that run on it.',
    )
    .argument('<file>', 'what "everforum backup" has written')
    .option('--replace', 'throw away what the database holds')
    .addHelpText(
      'after',
      '\nExamples:\n  $ DATA_DIR=/var/lib/everforum npx everforum restore forum.backup\n  $ npx everforum restore forum.backup --replace',
    )
    .action(async (file: string, options: { replace?: boolean }) => {
      if (!existsSync(file)) throw new Failure(`There is no file ${file}.`);
      await withDatabase(
        async ({ database, progress, settings }) => {
          progress.step('Restoring');
          let started = 0;
          const onTable = () => progress.count(++started, null, 'tables');
          const outcome = await restoreBackup(database, file, { replace: options.replace ?? false, onTable });
          if (!outcome.ok) throw new Failure(describe(file, outcome.problem), exitCodes.refused);
          await migrateOrFail(database, (name) => progress.step(`Applying ${name}`));
          progress.step('Putting files in place');
          const store = folderStore(filesOf(settings));
          const beside = filesBeside(file);
          const { copied } = existsSync(beside) ? await copyFiles(database.db, folderStore(beside), store) : { copied: 0 };
          const missing = await missingFiles(database.db, store);
          progress.clear();
          const { madeAt, rows, tables } = outcome.value;
          console.log(`Restored ${rows} rows of ${tables} tables, as of ${madeAt}.`);
          if (copied > 0) console.log(`Put ${copied} files into ${filesOf(settings)}.`);
          if (missing > 0)
            console.error(
              `${missing} files that the backup names are neither beside it in ${beside} nor in ${filesOf(settings)}; copy that folder of the other installation there.`,
            );
        },
        { migrated: false },
      );
    });
}

function describe(file: string, problem: RestoreProblem): string {
  switch (problem.is) {
    case 'damaged':
      return `${file} is no whole backup: ${problem.why}. Nothing was changed.`;
    case 'unfit':
      return `${file} does not fit: ${problem.why}. Nothing was changed.`;
    case 'not-empty':
      return `The database holds data already (in ${problem.table}); --replace throws it away. Nothing was changed.`;
  }
}
