/**
 * Live updates: what one process's transaction tells (`tell` below) every process hears once it has committed, and hands on to the readers
 * who follow that topic. A reader who was away is told to look again (`detail: null`): nothing else is promised.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { listen } from '../database/listen.ts';
import type { DB } from '../database/schema.ts';

export interface Told {
  topic: string;
  /** `null`: something may have been missed. */
  detail: unknown;
}

export interface Hub {
  /** Calls `hear` for everything told of the topic; comes to the way to stop. */
  follow(topic: string, hear: (detail: unknown) => void): () => void;
  close(): Promise<void>;
}

/** Sent when the transaction commits. A detail is small: ids, never content (PostgreSQL takes 8,000 bytes). */
export async function tell(tx: Kysely<DB>, topic: string, detail: unknown): Promise<void> {
  await sql`select tell(${topic}, ${JSON.stringify(detail)}::jsonb)`.execute(tx);
}

export async function openHub(database: Database, log: { warn(message: string): void }): Promise<Hub> {
  const followers = new Map<string, Set<(detail: unknown) => void>>();
  const ear = await listen(
    database,
    'live',
    (payload) => {
      if (payload === '') {
        for (const set of followers.values()) for (const hear of set) hear(null);
        return;
      }
      const { topic, detail } = JSON.parse(payload) as Told;
      for (const hear of followers.get(topic) ?? []) hear(detail);
    },
    log,
  );
  return {
    follow(topic, hear) {
      const set = followers.get(topic) ?? new Set();
      followers.set(topic, set.add(hear));
      return () => {
        set.delete(hear);
        if (set.size === 0) followers.delete(topic);
      };
    },
    close: () => ear.close(),
  };
}

/** A stream of server-sent events for one reader (WHATWG HTML, 9.2): each event's data is the detail as JSON. */
export function eventStream(hub: Pick<Hub, 'follow'>, topics: readonly string[], signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          stop();
        }
      };
      const leave = topics.map((topic) => hub.follow(topic, (detail) => send(`data: ${JSON.stringify({ topic, detail })}\n\n`)));
      // Proxies end what is silent.
      const pulse = setInterval(() => send(':\n\n'), 20_000);
      stop = () => {
        clearInterval(pulse);
        leave.forEach((one) => one());
      };
      send('retry: 2000\n\n');
      whenAborted(signal, () => stop());
    },
    cancel: () => stop(),
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' } });
}

/** At once for a signal that is aborted already, whose reader left before the answer was made. */
export function whenAborted(signal: AbortSignal, work: () => void): void {
  if (signal.aborted) work();
  else signal.addEventListener('abort', work, { once: true });
}
