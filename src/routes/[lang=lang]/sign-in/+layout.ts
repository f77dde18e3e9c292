/** Desks are worked at: their pages come alive in the browser. */
export const csr = true;
