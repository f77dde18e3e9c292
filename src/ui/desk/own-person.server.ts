import { error } from '@sveltejs/kit';
import type { Visit } from '../door.server.ts';

/** The registry's entry of whoever is signed in; what is a speaker's own is found by it and never by the address. */
export const ownPerson = (visit: Pick<Visit, 'locals'>): string => visit.locals.signedIn?.account.person ?? error(404, 'no appearances');

/** The input of a verb on one's own: what the form and the address say, as oneself. */
export const asSelf = (visit: Visit, values: Record<string, unknown>): Record<string, unknown> => ({
  ...values,
  ...visit.params,
  person: ownPerson(visit),
});
