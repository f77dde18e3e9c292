import type { Command } from 'commander';
import { listSetAside, takeUpAgain } from '#platform/jobs/setting-aside.server.ts';
import { withDatabase } from './context.ts';

export function registerJobs(program: Command): void {
  program
    .command('jobs')
    .summary('what could not be carried on, and taking it up again')
    .description(
      'Lists domain events and things to be done at an hour that were set aside after their last attempt, with the reason. A running server takes up again what --retry gives back; without one the next start does.',
    )
    .option('--retry', 'take everything up again')
    .addHelpText('after', '\nExamples:\n  $ npx everforum jobs\n  $ npx everforum jobs --retry')
    .action(({ retry }: { retry?: boolean }) =>
      withDatabase(async ({ database: { db } }) => {
        const aside = await listSetAside(db);
        for (const { what, since, failure } of aside) console.log(`${since}  ${what}: ${failure}`);
        if (aside.length === 0) console.log('Nothing is set aside.');
        else if (retry) console.log(`Taken up again: ${await takeUpAgain(db)}.`);
      }),
    );
}
