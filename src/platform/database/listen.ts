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
    next.on('end', () => {
      if (closed) return;
      client = null;
      again();
    });
    await next.connect();
    await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = next;
  };
  const again = () => {
    retry = setTimeout(() => {
      connect().then(
        () => heard(''),
        (error: unknown) => {
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
