/** The database cannot be had, for a reason that its operator can mend: the message is one line for them. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}
