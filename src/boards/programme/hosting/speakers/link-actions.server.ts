import { z } from 'zod';
import { provideAccount } from '#platform/identity/accounts.server.ts';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { textIn } from '#registry/text.ts';
import { type Link, linkOf } from './invitations.server.ts';
import { hashOf } from './store.server.ts';

export type LinkProblem = { is: 'link'; state: Exclude<Link['state'], 'open'> } | { is: 'taken' };

/** Whoever holds the link is the account of its address, and that account is the person from now on; comes to the account. */
export const acceptSpeakerLink = verb({
  name: 'appearance.open-invitation',
  input: z.object({ token: z.string().max(60) }),
  permission: 'read publication',
  subject: () => ({}),
  async run({ tx, input, now, note }) {
    const refuse = (problem: LinkProblem) => refused(problem);
    await tx.selectFrom('appearance_link').select('appearance_id').where('token_sha256', '=', hashOf(input.token)).forUpdate().execute();
    const link = await linkOf(tx, input.token, now);
    if (!link) return refuse({ is: 'link', state: 'expired' });
    if (link.state !== 'open') return refuse({ is: 'link', state: link.state });
    const name = textIn(link.name, link.language).slice(0, 200) || link.email;
    const account = await provideAccount(tx, { email: link.email, name, language: link.language }, now);
    const holder = await tx.selectFrom('account').select('id').where('person_id', '=', link.person).executeTakeFirst();
    // Somebody's registry entry is never given to a second account, nor a second entry to one account.
    if ((holder && holder.id !== account.id) || (account.person && account.person !== link.person)) return refuse({ is: 'taken' });
    await tx.updateTable('account').set({ person_id: link.person }).where('id', '=', account.id).execute();
    await tx.updateTable('appearance_link').set({ used_at: now }).where('token_sha256', '=', hashOf(input.token)).execute();
    note({ subject: `activity ${link.activity}`, after: { speaker: link.person, account: account.id } });
    return done({ account: account.id, edition: link.editionSlug, activity: link.activitySlug });
  },
});
