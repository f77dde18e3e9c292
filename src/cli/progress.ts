import type { WriteStream } from 'node:tty';

/** Tells what a command is doing, on stderr, so that stdout stays the command's own. */
export interface Progress {
  /** Something new is being done: a line of its own. */
  step(text: string): void;
  /** How far the step is; drawn on a terminal only. `total` null: nobody knows. */
  count(done: number, total: number | null, unit: string): void;
  /** Takes away what is drawn on the terminal. */
  clear(): void;
}

type Output = Pick<WriteStream, 'write' | 'isTTY'>;

/** On a terminal a step is one line that the next one replaces; elsewhere every step is a line, and counts are left out. */
export function makeProgress(output: Output = process.stderr): Progress {
  if (!output.isTTY) return { step: (text) => void output.write(`${text} …\n`), count() {}, clear() {} };
  let current = '';
  let drawnAt = 0;
  const draw = (text: string) => void output.write(`\r\x1b[K${text}`);
  return {
    step(text) {
      current = text;
      draw(`${text} …`);
    },
    count(done, total, unit) {
      const now = Date.now();
      if (now - drawnAt < 100 && done !== total) return;
      drawnAt = now;
      draw(`${current} … ${done}${total === null ? '' : ` of ${total}`} ${unit}`);
    },
    clear: () => draw(''),
  };
}
