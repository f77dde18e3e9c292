import pg from 'pg';
import type { Database } from './connect.ts';

/**
 * Calls `heard` for every notification on `channel`, and once after each reconnection, since what was said meanwhile is lost: `heard`
 * must find out for itself what is new.
 */
export async function listen(
  database: Pick<Database, 'poolConfig'>,
  channel: string,
  heard: (payload: string) => unknown,
  log: { warn(message: string): void },
): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ ...database.poolConfig, keepAlive: true });
    next.on('notification', (message) => heard(message.payload ?? ''));
    next.on('error', () => {});
    try {
      await next.connect();
      await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    if (closed) return next.end();
    client = next;
    // Heard only from here on: an attempt that fails ends too, and must be followed by one other, not by two.
    next.once('end', () => {
      client = null;
      if (!closed) again();
    });
  };
  const again = () => {
    retry = setTimeout(() => {
      connect().then(
        () => heard(''),
        (error: unknown) => {
          if (closed) return;
          log.warn(`Waiting for the database: ${error instanceof Error ? error.message : String(error)}`);
          again();
        },
      );
    }, 500);
    retry.unref();
  };
  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
