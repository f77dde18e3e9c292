import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { writeBackup } from '#platform/backup/write.ts';
import manifest from '../../package.json' with { type: 'json' };
import { withDatabase } from './context.ts';
import { exitCodes, Failure } from './failure.ts';

export function registerBackup(program: Command): void {
  program
    .command('backup')
    .summary('write everything into one file')
    .description(
      'Writes all that the database holds, as it is at one instant, into one compressed file. The server may go on running. The file holds personal data: keep it safe.',
    )
    .argument('[file]', 'the file to make; default: everforum-DATE.backup in this folder')
    .option('--force', 'replace the file if there is one')
    .addHelpText('after', '\nExamples:\n  $ npx everforum backup\n  $ npx everforum backup /backups/forum.backup --force')
    .action(async (file: string | undefined, options: { force?: boolean }) => {
      const path = file ?? `everforum-${new Date().toISOString().slice(0, 16).replaceAll(':', '')}.backup`;
      if (existsSync(path) && !options.force) throw new Failure(`${path} exists already; choose another name, or say --force.`);
      if (!existsSync(dirname(path))) throw new Failure(`There is no folder ${dirname(path)}.`, exitCodes.usage);
      await withDatabase(
        async ({ database, progress }) => {
          progress.step('Writing the backup');
          const onTable = (_name: string, done: number, total: number) => progress.count(done, total, 'tables');
          const { tables, rows } = await writeBackup(database, path, { program: manifest.version, onTable });
          progress.clear();
          console.log(`Wrote ${path}: ${rows} rows of ${tables} tables.`);
        },
        { migrated: false },
      );
    });
}
