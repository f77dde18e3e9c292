import type { Command } from 'commander';
import { buildState } from '#platform/build.ts';
import { ensureBuilt } from '#platform/ensure-built.ts';
import { makeProgress } from './progress.ts';

export function registerBuild(program: Command): void {
  program
    .command('build')
    .summary('build the pages from their sources')
    .description(
      'Builds the pages unless they are up to date. A start in demo mode does the same by itself; in production it is done once, with the installation.',
    )
    .addHelpText('after', '\nExample:\n  $ npx everforum build')
    .action(async () => {
      const progress = makeProgress();
      const state = buildState();
      if (state !== 'current') {
        progress.step('Building the pages');
        await ensureBuilt();
        progress.clear();
      }
      console.log(state === 'current' ? 'The pages are up to date.' : 'The pages are built.');
    });
}
