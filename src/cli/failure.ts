/** What a command's exit code says. */
export const exitCodes = {
  done: 0,
  /** It did not work; the line on stderr says why. */
  failed: 1,
  /** The command line or a setting is wrong; nothing was tried. */
  usage: 2,
  /** What was given does not fit (an import with bad rows, a backup of another program); nothing was changed. */
  refused: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a line for people and an exit code, in place of a stack. */
export class Failure extends Error {
  override name = 'Failure';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}
