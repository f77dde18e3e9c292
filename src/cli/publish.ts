import type { Command } from 'commander';
import { publishProgramme } from '#boards/programme/actions.server.ts';
import { describeChange } from '#boards/programme/describe.ts';
import { commandLine } from '#platform/actor.ts';
import { withDatabase } from './context.ts';
import { exitCodes, Failure } from './failure.ts';

export function registerPublish(program: Command): void {
  program
    .command('publish')
    .summary('publish the working state of an edition')
    .description(
      'Makes the next numbered version of an edition\u2019s programme from its working state. From that moment every page, feed, calendar and interface shows it; earlier versions stay readable.',
    )
    .argument('<edition>', 'the edition, by the name in its address')
    .option('--quiet', 'print only the number of the version')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx everforum publish 2022\n\nExit codes: 0 published, 1 nothing to publish or no such edition.',
    )
    .action((edition: string, { quiet }: { quiet?: boolean }) =>
      withDatabase(async ({ database, settings }) => {
        const outcome = await publishProgramme({ db: database.db, actor: commandLine }, { edition });
        if (!outcome.ok) throw failure(outcome.problem, edition);
        const { number, activities, changes } = outcome.value;
        if (quiet) return console.log(number);
        for (const change of changes.slice(0, 20)) console.log(`  ${describeChange(change, 'en')}`);
        if (changes.length > 20) console.log(`  … and ${changes.length - 20} more`);
        const difference = number === 1 ? '' : `, ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
        console.log(
          `Published version ${number} of ${edition}: ${activities} activities${difference}. ${settings.publicUrl}/en/${edition}`,
        );
      }),
    );
}

type Problem = Extract<Awaited<ReturnType<typeof publishProgramme>>, { ok: false }>['problem'];

function failure(problem: Problem, edition: string): Failure {
  switch (problem.is) {
    case 'unchanged':
      return new Failure(`Nothing the public reads has changed since version ${problem.number}; nothing was published.`);
    case 'no-edition':
      return new Failure(`There is no edition "${edition}"; "npx everforum import FILE --into ${edition}" makes one.`);
    case 'before-last':
      return new Failure(`The last version is dated ${problem.last}, which is later than now; check this machine\u2019s clock.`);
    case 'bad-input':
      return new Failure(problem.errors.map(({ path, message }) => `${path}: ${message}`).join('\n'), exitCodes.usage);
    case 'not-found':
    case 'not-allowed':
    case 'key-used-otherwise':
      return new Failure(`Refused: ${problem.is}.`);
  }
}
