/** Pages are rendered on the server and need no script; what scripts add is loaded by the pages themselves. */
export const csr = false;
export const prerender = false;
