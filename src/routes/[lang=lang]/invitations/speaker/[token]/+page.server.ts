import { fail, redirect } from '@sveltejs/kit';
import { acceptSpeakerLink } from '#boards/programme/hosting/speakers/link-actions.server.ts';
import { speakerInvitation } from '#boards/programme/hosting/speakers/views.server.ts';
import { nobody } from '#platform/actor.ts';
import { startSignIn } from '#platform/identity/sign-ins.server.ts';
import { backstageOf, callOf, found } from '#ui/door.server.ts';
import { keepSignIn } from '#ui/sign-in-cookie.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  invitation: await found(speakerInvitation(callOf(event), { token: event.params.token })),
});

export const actions: Actions = {
  /** Looking alone, as programs that read mails do, uses nothing up. */
  open: async (event) => {
    const { db, now, settings } = backstageOf(event);
    const outcome = await acceptSpeakerLink({ db, actor: nobody, now: now() }, { token: event.params.token });
    if (!outcome.ok) return fail(422, { form: 'appearance.open-invitation', problem: outcome.problem });
    const { account, edition, activity } = outcome.value;
    const token = await startSignIn(db, { account, method: 'code', userAgent: event.request.headers.get('user-agent') }, now());
    keepSignIn(event.cookies, token, settings.publicUrl);
    redirect(303, `/${event.params.lang}/desk/appearances/${edition}/${activity}`);
  },
};
