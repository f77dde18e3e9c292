import { error, redirect } from '@sveltejs/kit';
import { accountById } from '#platform/identity/accounts.server.ts';
import { startSignIn } from '#platform/identity/sign-ins.server.ts';
import { personaList } from '#platform/identity/personas.server.ts';
import { backstageOf } from '#ui/door.server.ts';
import { keepSignIn } from '#ui/sign-in-cookie.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Only a demo lets somebody be whoever they like. */
function demoOnly(event: { platform: Readonly<App.Platform> | undefined }) {
  const backstage = backstageOf(event);
  if (backstage.settings.mode !== 'demo') error(404, 'not here');
  return backstage;
}

export const load: PageServerLoad = async (event) => ({
  personas: await personaList(demoOnly(event).db),
  then: event.url.searchParams.get('then'),
});

export const actions: Actions = {
  become: async (event) => {
    const { db, now, settings } = demoOnly(event);
    const data = await event.request.formData();
    const account = await accountById(db, String(data.get('account')));
    if (!account?.sample) error(404, 'not found');
    const token = await startSignIn(
      db,
      { account: account.id, method: 'persona', userAgent: event.request.headers.get('user-agent') },
      now(),
    );
    keepSignIn(event.cookies, token, settings.publicUrl);
    const then = String(data.get('then') ?? '');
    redirect(303, /^\/(zh|en)\/(?!\/)/.test(then) ? then : `/${event.locals.language}/desk`);
  },
};
