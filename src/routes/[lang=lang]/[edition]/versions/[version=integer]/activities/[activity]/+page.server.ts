/** An activity as a version showed it: the same page, from the publication that the layout gives. */
export { load } from '../../../../activities/[activity]/+page.server.ts';
