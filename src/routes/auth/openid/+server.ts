import { error, redirect } from '@sveltejs/kit';
import { goToProvider } from '#platform/identity/openid.server.ts';
import { isPageLanguage } from '#registry/text.ts';
import { backstageOf } from '#ui/door.server.ts';
import { keepPending } from '#ui/sign-in-cookie.server.ts';
import { thenOr } from '#ui/then.ts';
import type { RequestHandler } from './$types';

/** A link, not a form: the policy of our pages lets forms go nowhere but here. */
export const GET: RequestHandler = async (event) => {
  const { db, now, settings, log } = backstageOf(event);
  const { oidc, publicUrl } = settings;
  if (!oidc) error(404, 'not here');
  const asked = event.url.searchParams.get('language') ?? '';
  const language = isPageLanguage(asked) ? asked : event.locals.language;
  const then = thenOr(event.url.searchParams.get('then'), `/${language}/desk`);
  const gone = await goToProvider(db, { oidc, publicUrl, then, language }, now().toISOString()).catch((reason: unknown) => {
    log.warn({ err: reason }, 'The identity provider cannot be reached');
    return null;
  });
  if (!gone) redirect(303, `/${language}/sign-in?problem=provider-away&then=${encodeURIComponent(then)}`);
  keepPending(event.cookies, 'openid', gone.secret, publicUrl);
  redirect(303, gone.address, { external: true });
};
