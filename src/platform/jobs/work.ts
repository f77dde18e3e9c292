/** What is carried on by the jobs: works that each look for themselves what is due. */

export interface Work {
  /** As it is woken: the payload of the notification `jobs`. */
  name: string;
  /**
   * Does everything that is due now, in small transactions; comes to the moment at which there is more to do, or to `null` where nothing is
   * known of. May be run by several processes at once. Throws where going on at once would be of no use.
   */
  run(stop: AbortSignal): Promise<Date | null>;
}

/** Growing pauses between attempts, in milliseconds: 5 s, 10 s, 20 s … up to an hour. `attempts` were made already, at least one. */
export const pauseAfter = (attempts: number): number => Math.min(3_600_000, 5000 * 2 ** (attempts - 1));

/** An attempt that failed, as it is kept beside what was tried: one line without the stack, which belongs to the log. */
export const failureTold = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 1000) || 'failed without a word';
