import { offerNewPasskey } from '#platform/identity/account/actions.server.ts';
import { answerVerb } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  answerVerb(event, offerNewPasskey, { input: ({ siteName }) => ({ siteName, account: event.locals.signedIn?.account.id }) });
