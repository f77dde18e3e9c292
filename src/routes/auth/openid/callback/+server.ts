import { error, redirect } from '@sveltejs/kit';
import { comeFromProvider } from '#platform/identity/openid.server.ts';
import { signInByProvider } from '#platform/identity/sign-in/actions.server.ts';
import { backstageOf, callOf } from '#ui/door.server.ts';
import { browserOf, dropPending, keepSignIn, pending } from '#ui/sign-in-cookie.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { db, now, settings, log } = backstageOf(event);
  const { oidc, publicUrl } = settings;
  if (!oidc) error(404, 'not here');
  const secret = pending(event.cookies, 'openid');
  dropPending(event.cookies, 'openid', publicUrl);
  const query = event.url.search;
  const come = await comeFromProvider(db, { oidc, publicUrl, secret, query }, now().toISOString()).catch((reason: unknown) => {
    log.warn({ err: reason }, 'The identity provider gave an answer that cannot be used');
    return null;
  });
  if (!come) redirect(303, `/${event.locals.language}/sign-in?problem=provider-failed`);
  const language = come.then.startsWith('/en') ? 'en' : 'zh';
  const { issuer, subject, email, name } = come;
  const outcome = await signInByProvider(callOf(event), { issuer, subject, email, name, language, ...browserOf(event) });
  if (!outcome.ok) redirect(303, `/${language}/sign-in?problem=${outcome.problem.is}`);
  keepSignIn(event.cookies, outcome.value.token, publicUrl);
  redirect(303, come.then);
};
