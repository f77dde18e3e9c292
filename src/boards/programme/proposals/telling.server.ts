/** Who is written what when a proposal takes a step: its host's team, and whoever decides about it. */
import type { Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { both, type Localised, textIn, type PageLanguage } from '#registry/text.ts';
import { officeOf, type Recipient, teamOf } from './claims-store.server.ts';
import { letter, proposalMails } from './mails.ts';
import type { Proposal } from './store.server.ts';

export type Told = 'submitted' | 'arrived' | 'returned' | 'accepted' | 'declined' | 'merged' | 'message';

export interface Telling {
  /** Slug of the edition. */
  edition: string;
  board: string;
  by: string;
  now: string;
  /** What was said at it. */
  said?: string | null;
  /** The number of the proposal that it was merged into. */
  into?: number;
  /** Who says it, of a message. */
  from?: Localised;
}

/** Writes to the host's team (`message` of a host: to the office), each in their own language. */
export async function tellOf(tx: Transaction<DB>, proposal: Proposal, told: Told, to: 'host' | 'office', telling: Telling): Promise<void> {
  const recipients: Recipient[] =
    to === 'host' ? await teamOf(tx, proposal.organisation, proposal.edition) : await officeOf(tx, proposal.edition, telling.board);
  const values = (language: PageLanguage) => ({
    number: String(proposal.number),
    title: textIn(proposal.content.title, language),
    organisation: textIn(proposal.organisationName, language),
    into: String(telling.into ?? ''),
    from: textIn(telling.from, language),
  });
  await writeMessages(
    tx,
    {
      edition: proposal.edition,
      kind: `proposal-${told}`,
      about: `proposal ${telling.edition}/${proposal.number}`,
      title: both(proposalMails('zh')(`${told}Title`), proposalMails('en')(`${told}Title`)),
      by: telling.by,
      held: false,
      messages: recipients.map(({ account, address, name, language }) => {
        const say = proposalMails(language);
        return {
          to: { address, name, account },
          language,
          subject: say(`${told}Subject`, values(language)),
          body: letter(
            language,
            name,
            say(`${told}Body`, values(language)),
            telling.said ?? null,
            `/desk/${telling.edition}/proposals/${proposal.number}`,
          ),
        };
      }),
    },
    telling.now,
  );
}
