import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { writeBackup } from '#platform/backup/write.ts';
import { type Copied, copyFiles, missingFiles } from '#platform/files/copies.server.ts';
import { filesBeside, filesOf, folderStore } from '#platform/files/store.ts';
import manifest from '../../package.json' with { type: 'json' };
import { withDatabase } from './context.ts';
import { exitCodes, Failure } from './failure.ts';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

export function registerBackup(program: Command): void {
  program
    .command('backup')
    .summary('write everything into one file')
    .description(
      'Writes all that the database holds, as it is at one instant, into one compressed file, and copies what people handed in into a folder ' +
        'of the same name with ".files" at its end, where only what is new is copied. The server may go on running. Both hold personal data: keep them safe.',
    )
    .argument('[file]', 'the file to make; default: everforum-DATE.backup in this folder')
    .option('--force', 'replace the file if there is one')
    .option('--without-files', 'the database alone')
    .addHelpText('after', '\nExamples:\n  $ npx everforum backup\n  $ npx everforum backup /backups/forum.backup --force')
    .action(async (file: string | undefined, options: { force?: boolean; withoutFiles?: boolean }) => {
      const path = file ?? `everforum-${new Date().toISOString().slice(0, 16).replaceAll(':', '')}.backup`;
      if (existsSync(path) && !options.force) throw new Failure(`${path} exists already; choose another name, or say --force.`);
      if (!existsSync(dirname(path))) throw new Failure(`There is no folder ${dirname(path)}.`, exitCodes.usage);
      await withDatabase(
        async ({ database, progress, settings }) => {
          const copy = async (): Promise<Copied> => {
            if (options.withoutFiles) return { copied: 0, bytes: 0 };
            return copyFiles(database.db, folderStore(filesOf(settings)), folderStore(filesBeside(path)));
          };
          progress.step('Copying files');
          // What is thrown away while the backup is written was copied before, what is handed in meanwhile is copied after it.
          const before = await copy();
          progress.step('Writing the backup');
          const onTable = (_name: string, done: number, total: number) => progress.count(done, total, 'tables');
          const { tables, rows } = await writeBackup(database, path, { program: manifest.version, onTable });
          const after = await copy();
          const missing = options.withoutFiles ? 0 : await missingFiles(database.db, folderStore(filesBeside(path)));
          progress.clear();
          console.log(`Wrote ${path}: ${rows} rows of ${tables} tables.`);
          console.log(
            options.withoutFiles
              ? `What people handed in is not in it; it lies in ${filesOf(settings)}.`
              : `Files beside it in ${filesBeside(path)}: ${before.copied + after.copied} new, ${megabytes(before.bytes + after.bytes)} MB.`,
          );
          if (missing > 0) console.error(`${missing} files that the database names are damaged or not in ${filesOf(settings)}.`);
        },
        { migrated: false },
      );
    });
}
