import type { Command } from 'commander';
import { examine, type Finding } from '#platform/doctor.ts';
import { settingsOrFail } from './context.ts';
import { exitCodes } from './failure.ts';

const marks: Record<Finding['is'], string> = { fine: 'ok   ', doubtful: 'note ', wrong: 'WRONG' };

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .summary('check this installation and say what is wrong')
    .description(
      'Checks the settings, the data folder, the database and what was published. Changes nothing. Exits with 1 if something is wrong.',
    )
    .addHelpText('after', '\nExample:\n  $ DATA_DIR=/var/lib/everforum npx everforum doctor')
    .action(async () => {
      const settings = settingsOrFail();
      let wrong = false;
      for await (const { is, what } of examine(settings)) {
        console.log(`${marks[is]}  ${what}`);
        wrong ||= is === 'wrong';
      }
      console.log(wrong ? 'Something is wrong.' : 'All is well.');
      process.exitCode = wrong ? exitCodes.failed : exitCodes.done;
    });
}
