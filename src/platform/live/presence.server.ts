/**
 * Who else is here: readers of one live topic tell each other. Nothing is kept: a stream says that it is here when it opens, when another
 * opens and every so often, and that it is gone when it ends; who was not heard of for a minute is gone too.
 */
import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.ts';
import { eventStream, type Hub, tell, whenAborted } from './hub.server.ts';

export type Presence = { is: 'here' | 'hello' | 'gone'; tab: string; name: string };

const EVERY = 25_000;

/** The topic's stream for one reader, who is seen by the others while it lasts. */
export function presentStream(
  { db, hub }: { db: Kysely<DB>; hub: Hub },
  topic: string,
  who: { tab: string; name: string },
  signal: AbortSignal,
): Response {
  const say = (is: Presence['is']) => tell(db, topic, { is, ...who }).catch(() => {});
  const stop = hub.follow(topic, (detail) => {
    const { is, tab } = (detail ?? {}) as Partial<Presence>;
    if (is === 'hello' && tab !== who.tab) void say('here');
  });
  const ended = new AbortController();
  const pulse = setInterval(() => void say('here'), EVERY);
  const response = eventStream(hub, [topic], ended.signal);
  void say('hello');
  whenAborted(signal, () => {
    ended.abort();
    clearInterval(pulse);
    stop();
    void say('gone');
  });
  return response;
}
