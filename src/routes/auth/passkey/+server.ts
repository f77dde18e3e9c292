import { signInByPasskey } from '#platform/identity/sign-in/actions.server.ts';
import { answerVerb, backstageOf } from '#ui/door.server.ts';
import { browserOf, keepSignIn } from '#ui/sign-in-cookie.server.ts';
import type { RequestHandler } from './$types';

/** The token goes into the cookie; the script is told only that it did. */
export const POST: RequestHandler = (event) =>
  answerVerb(event, signInByPasskey, {
    input: ({ challenge, response }) => ({ challenge, response, ...browserOf(event) }),
    tell: (value) => {
      if (value.is === 'in') keepSignIn(event.cookies, value.token, backstageOf(event).settings.publicUrl);
      return { is: value.is };
    },
  });
