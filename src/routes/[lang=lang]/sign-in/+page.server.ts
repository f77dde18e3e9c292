import { fail, redirect } from '@sveltejs/kit';
import { endSignIn } from '#platform/identity/account/actions.server.ts';
import { passkeysPossible } from '#platform/identity/passkeys.server.ts';
import { askForCode, enterCode } from '#platform/identity/sign-in/actions.server.ts';
import { backstageOf, callOf, ownAccountOf } from '#ui/door.server.ts';
import { browserOf, dropPending, dropSignIn, keepPending, keepSignIn, pending } from '#ui/sign-in-cookie.server.ts';
import { thenOr } from '#ui/then.ts';
import { nameIn } from '#registry/text.ts';
import type { Actions, PageServerLoad } from './$types';

const PROBLEMS = ['provider-failed', 'provider-away', 'address-not-verified', 'closed'] as const;

export const load: PageServerLoad = (event) => {
  const { settings } = backstageOf(event);
  const problem = event.url.searchParams.get('problem');
  return {
    demo: settings.mode === 'demo',
    passkeys: passkeysPossible(settings.publicUrl),
    provider: settings.oidc?.name ?? null,
    problem: PROBLEMS.find((one) => one === problem) ?? null,
    email: event.url.searchParams.get('email') ?? '',
    then: thenOr(event.url.searchParams.get('then'), ''),
    signedIn: event.locals.signedIn ? nameIn(event.locals.signedIn.account.name, event.locals.language) : null,
  };
};

export const actions: Actions = {
  ask: async (event) => {
    const { settings } = backstageOf(event);
    const email = String((await event.request.formData()).get('email') ?? '');
    const { client } = browserOf(event);
    const outcome = await askForCode(callOf(event), { email, language: event.locals.language, client });
    if (!outcome.ok) return fail(422, { problem: outcome.problem, email, asked: null });
    keepPending(event.cookies, 'code', outcome.value.secret, settings.publicUrl);
    return { problem: null, email, asked: email.trim() };
  },
  enter: async (event) => {
    const { settings } = backstageOf(event);
    const data = await event.request.formData();
    const asked = String(data.get('email') ?? '');
    const outcome = await enterCode(callOf(event), {
      secret: pending(event.cookies, 'code') ?? '',
      code: String(data.get('code') ?? ''),
      language: event.locals.language,
      ...browserOf(event),
    });
    if (!outcome.ok) return fail(422, { problem: outcome.problem, email: asked, asked });
    const { value } = outcome;
    if (value.is !== 'in') return fail(422, { problem: value, email: asked, asked: value.is === 'wrong' ? asked : null });
    dropPending(event.cookies, 'code', settings.publicUrl);
    keepSignIn(event.cookies, value.token, settings.publicUrl);
    redirect(303, thenOr(data.get('then'), `/${event.locals.language}/desk`));
  },
  out: async (event) => {
    await endSignIn(callOf(event), ownAccountOf(event));
    dropSignIn(event.cookies, backstageOf(event).settings.publicUrl);
    redirect(303, `/${event.locals.language}`);
  },
};
