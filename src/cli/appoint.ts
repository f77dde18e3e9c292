import type { Command } from 'commander';
import { appointOffice } from '#boards/team/actions.server.ts';
import { commandLine } from '#platform/actor.ts';
import { textIn } from '#registry/text.ts';
import { withDatabase } from './context.ts';
import { exitCodes, Failure } from './failure.ts';

export function registerAppoint(program: Command): void {
  program
    .command('appoint')
    .summary('appoint the first organising office of a series')
    .description(
      'Gives an account, made where there is none, the role of the organising office in every edition of a series. It signs in by a code sent to its address, and invites everybody else from the Team desk.',
    )
    .argument('<mail>', 'the mail address')
    .requiredOption('--series <name>', 'the series, by its short name')
    .option('--name <name>', 'what the person is called')
    .addHelpText('after', '\nExamples:\n  $ npx everforum appoint office@forum.example.org --series zgc-forum --name "Organising office"')
    .action((email: string, { series, name = '' }: { series: string; name?: string }) =>
      withDatabase(async ({ database }) => {
        const outcome = await appointOffice({ db: database.db, actor: commandLine }, { email, series, name });
        if (!outcome.ok) {
          const { problem } = outcome;
          if (problem.is === 'bad-input')
            throw new Failure(problem.errors.map(({ path, message }) => `${path}: ${message}`).join('\n'), exitCodes.usage);
          throw new Failure(problem.is === 'not-found' ? `There is no series "${series}".` : `Refused: ${problem.is}.`);
        }
        console.log(`${outcome.value.email} is the organising office of ${textIn(outcome.value.series, 'en')}.`);
      }),
    );
}
