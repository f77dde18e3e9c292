import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { accountById } from '#platform/identity/accounts.server.ts';
import { personaList } from '#platform/identity/personas.server.ts';
import { startSignIn } from '#platform/identity/sign-ins.server.ts';
import { endSignIn } from '#platform/identity/account/actions.server.ts';
import { callOf, demoOnly, ownAccountOf } from '#ui/door.server.ts';
import { browserOf, dropSignIn, keepSignIn } from '#ui/sign-in-cookie.server.ts';
import { thenOr } from '#ui/then.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  personas: await personaList(demoOnly(event).db),
  then: thenOr(event.url.searchParams.get('then'), ''),
  current: event.locals.signedIn?.account.id ?? null,
});

export const actions: Actions = {
  become: async (event) => {
    const { db, now, settings } = demoOnly(event);
    const data = await event.request.formData();
    const id = z.uuid().safeParse(data.get('account'));
    const account = id.success ? await accountById(db, id.data) : null;
    if (!account?.sample) error(404, 'not found');
    const { userAgent, replaces } = browserOf(event);
    const token = await startSignIn(db, { account: account.id, method: 'persona', userAgent, replaces }, now());
    keepSignIn(event.cookies, token, settings.publicUrl);
    redirect(303, thenOr(data.get('then'), `/${event.locals.language}/desk`));
  },
  leave: async (event) => {
    const { settings } = demoOnly(event);
    await endSignIn(callOf(event), ownAccountOf(event));
    dropSignIn(event.cookies, settings.publicUrl);
    redirect(303, `/${event.locals.language}/demo`);
  },
};
