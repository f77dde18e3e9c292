/** Where to go after signing in: a page of ours, or the desk. What an address says is never followed to another site. */
export const thenOr = (then: unknown, otherwise: string): string =>
  typeof then === 'string' && /^\/(?:zh|en)(?:\/(?!\/)[^\\\s]*|\?[^\\\s]*)?$/.test(then) ? then : otherwise;
