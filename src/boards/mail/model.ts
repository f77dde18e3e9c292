/** The outbox of an edition: batches of messages, and what may be done with a message in each of its states. */
import type { Localised, PageLanguage } from '#registry/text.ts';

export const MESSAGE_STATES = ['held', 'queued', 'sent', 'kept', 'failed', 'discarded'] as const;
/** `kept`: a demonstration without a mail server, it would have gone. */
export type MessageState = (typeof MESSAGE_STATES)[number];

export type Deed = 'release' | 'discard' | 'retry';

/** From which states each deed leads, and where to. */
export const DEEDS: Record<Deed, { from: readonly MessageState[]; to: MessageState }> = {
  release: { from: ['held'], to: 'queued' },
  discard: { from: ['held', 'queued', 'failed'], to: 'discarded' },
  retry: { from: ['failed'], to: 'queued' },
};

export type Counts = Partial<Record<MessageState, number>>;

/** How many messages a deed would take. */
export const takes = (deed: Deed, counts: Counts): number => DEEDS[deed].from.reduce((sum, state) => sum + (counts[state] ?? 0), 0);

export interface BatchLine {
  id: string;
  kind: string;
  about: string;
  title: Localised;
  by: string;
  at: string;
  counts: Counts;
}

export interface MessageLine {
  id: string;
  toAddress: string;
  toName: string;
  language: PageLanguage;
  subject: string;
  state: MessageState;
  dueAt: string;
  sentAt: string | null;
  attempts: number;
  failure: string | null;
  decidedBy: string | null;
}

export interface MessageRead extends MessageLine {
  body: string;
  attachments: { name: string; type: string; text: string }[];
}

/** The text without the keys of personal links: whoever reads the outbox of others signs in as none of them. */
export const withoutKeys = (text: string): string => text.replace(/(\/invitations\/(?:[a-z-]+\/)?)[\w-]{20,}/g, '$1…');
