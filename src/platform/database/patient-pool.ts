import pg from 'pg';

/** What a connection meets while the embedded server starts again: no socket yet, nobody behind it, recovery, an end just begun. */
const passing = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03']);

const patience = 15_000;
const pause = 50;

type Callback = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: boolean | Error) => void) => void;

/**
 * A pool whose new connections wait for a server that is about to be back, so that its keeper restarting it costs a reader time and
 * not their page. A statement under way is not repeated: nobody knows whether it had its effect.
 */
export class PatientPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | void {
    if (callback) return this.attempt(callback, Date.now() + patience);
    return new Promise((resolve, reject) => {
      this.attempt((error, client) => (client ? resolve(client) : reject(error!)), Date.now() + patience);
    });
  }

  private attempt(callback: Callback, deadline: number): void {
    super.connect((error, client, done) => {
      const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
      if (passing.has(code) && !this.ending && Date.now() < deadline) setTimeout(() => this.attempt(callback, deadline), pause);
      else callback(error, client, done);
    });
  }
}
