/** Passkeys need a script; everything else here works without. */
export const csr = true;
