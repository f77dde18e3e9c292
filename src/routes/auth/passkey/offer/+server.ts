import { offerPasskey } from '#platform/identity/sign-in/actions.server.ts';
import { answerVerb } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => answerVerb(event, offerPasskey, { input: () => ({ client: event.getClientAddress() }) });
