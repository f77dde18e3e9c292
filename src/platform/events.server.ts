/**
 * Domain events: what boards tell each other. An event is kept in the transaction of the change that it tells of. Listeners that must not
 * be left behind run `within` that transaction; the others are carried on after it by the jobs, at least once, in order.
 */
import type { Transaction } from 'kysely';
import type { Actor } from './actor.ts';
import type { DB } from './database/schema.ts';

export interface DomainEvent {
  is: string;
  [detail: string]: unknown;
}

export interface Occasion {
  tx: Transaction<DB>;
  /** ISO 8601, UTC: when it happened. */
  now: string;
  actor: Actor;
}

export type Listener<Event extends DomainEvent = DomainEvent> = (event: Event, occasion: Occasion) => Promise<void>;

const within = new Map<string, Listener[]>();
const afterwards = new Map<string, Listener[]>();

/** Runs in the transaction of the change: it happens with it or not at all. */
export const onWithin = <Event extends DomainEvent>(is: Event['is'], listener: Listener<Event>): void =>
  add(within, is, listener as Listener);
/** Runs soon after the change, in a transaction of its own; may run twice. */
export const onAfterwards = <Event extends DomainEvent>(is: Event['is'], listener: Listener<Event>): void =>
  add(afterwards, is, listener as Listener);

function add(map: Map<string, Listener[]>, is: string, listener: Listener): void {
  map.set(is, [...(map.get(is) ?? []), listener]);
}

export async function tellWithin(event: DomainEvent, occasion: Occasion): Promise<void> {
  for (const listener of within.get(event.is) ?? []) await listener(event, occasion);
}

export const listenersAfterwards = (is: string): readonly Listener[] => afterwards.get(is) ?? [];
