import { DatabaseSync } from 'node:sqlite';

/** What is held, so that nothing is given back because nobody looks at it any more. */
const held = new Set<DatabaseSync>();

/**
 * Takes the lock that this file stands for, or null if another process has it. The kernel gives it back when the process ends, however
 * it ends, so it is never stale. Node has no file locks of its own; SQLite, which comes with it, locks its file for an exclusive
 * transaction.
 */
export function takeLock(path: string): { release(): void } | null {
  const file = new DatabaseSync(path);
  try {
    file.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    held.add(file);
    return {
      release: () => {
        held.delete(file);
        file.close();
      },
    };
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === 5) return null;
    throw error;
  }
}
