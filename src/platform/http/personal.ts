/** Which addresses are whose: told once for the front, which stores what everybody reads, and for the pages themselves. */

/** Pages of people at work: with a script in the browser, of no use without a cookie. `url` is a path, with its query or without. */
export const isAtWork = (url: string): boolean => /^\/(?:zh|en)\/(?:desk|sign-in|account|invitations|demo)(?:[/?]|$)/.test(url);

/** Everything that answers each reader differently, and is never stored. */
export const isPersonal = (url: string): boolean => isAtWork(url) || /^\/(?:live|files|auth|api\/desk)(?:[/?]|$)/.test(url);
