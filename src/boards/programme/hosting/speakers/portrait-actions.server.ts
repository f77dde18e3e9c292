/** What a host's team does about the portraits of its speakers. What a speaker has handed in or taken away stays theirs. */
import { z } from 'zod';
import type { Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { done, type Outcome, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { address, blank, type Hosted, holdHosted, hostedSubject, tellChanged } from '../hosted.server.ts';
import { hostsPortraitProblem, type HostsPortraitProblem } from './model.ts';
import { dropPortrait, holdPage, type PersonPage, takePortrait } from './portraits.server.ts';
import { readSpeakers } from './store.server.ts';

const input = {
  ...address,
  person: z.uuid(),
  /** The portrait that was seen; empty where there was none. */
  seen: z.preprocess(blank, z.uuid().nullable()),
};

export type PortraitProblem = HostsPortraitProblem | { is: 'no-part' } | { is: 'no-file' };

/** Of somebody who takes part in the activity, held, unless a host has to leave it as it is. */
async function holdPortrait(
  tx: Transaction<DB>,
  given: { edition: string; activity: string; person: string; seen: string | null },
): Promise<Outcome<{ activity: Hosted; page: PersonPage }, PortraitProblem>> {
  const activity = (await holdHosted(tx, given))!;
  if ((await readSpeakers(tx, activity.id, given.person)).length === 0) return refused({ is: 'no-part' });
  const page = await holdPage(tx, given.person);
  const problem = hostsPortraitProblem(page, given.seen);
  return problem ? refused(problem) : done({ activity, page });
}

export const handInPortrait = verb({
  name: 'activity.hand-in-portrait',
  input: z.object({ ...input, portrait: z.preprocess(blank, z.uuid().nullable()) }),
  permission: 'edit activity',
  subject: hostedSubject,
  async run({ tx, input: { portrait: file, person, ...at }, actor, now, note }) {
    const held = await holdPortrait(tx, { person, ...at });
    if (!held.ok) return held;
    const { activity, page } = held.value;
    const portrait = file && (await takePortrait(tx, page, { file, account: actor.account, by: 'host' }, now));
    if (!portrait) return refused<PortraitProblem>({ is: 'no-file' });
    note({
      subject: `activity ${activity.id}`,
      before: { [person]: { portrait: page.portrait } },
      after: { [person]: { portrait } },
    });
    await tellChanged(tx, activity.id, 'speakers', actor.name);
    return done({ person });
  },
});

export const removePortrait = verb({
  name: 'activity.remove-portrait',
  input: z.object(input),
  permission: 'edit activity',
  subject: hostedSubject,
  async run({ tx, input: { person, ...at }, actor, note }) {
    const held = await holdPortrait(tx, { person, ...at });
    if (!held.ok) return held;
    const { activity, page } = held.value;
    if (!page.portrait) return refused<PortraitProblem>({ is: 'no-file' });
    await dropPortrait(tx, page, 'host');
    note({ subject: `activity ${activity.id}`, before: { [person]: { portrait: page.portrait } } });
    await tellChanged(tx, activity.id, 'speakers', actor.name);
    return done({ person });
  },
});
