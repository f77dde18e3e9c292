import { addPasskey } from '#platform/identity/account/actions.server.ts';
import { answerVerb } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  answerVerb(event, addPasskey, {
    input: ({ challenge, response, name }) => ({ challenge, response, name, account: event.locals.signedIn?.account.id }),
  });
