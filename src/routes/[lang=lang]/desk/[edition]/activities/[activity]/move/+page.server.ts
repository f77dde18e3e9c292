import { moveActivity } from '#boards/programme/moving/actions.server.ts';
import { type AskedMove, moveAsked, WAYS } from '#boards/programme/moving/activity.ts';
import { decisionsIn } from '#boards/programme/moving/decided-form.ts';
import { activityToMove } from '#boards/programme/moving/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** `null` where the form asks for no move. */
function askedIn(values: Record<string, string | undefined>): AskedMove | null {
  const what = WAYS.find((one) => one === values.do);
  return what ? { do: what, startsAt: values.startsAt ?? '', endsAt: values.endsAt ?? '', room: values.room || null } : null;
}

export const load: PageServerLoad = async (event) => {
  const { edition, activity } = event.params;
  const asked = askedIn(Object.fromEntries(event.url.searchParams));
  return { ...(await shown(event, activityToMove, { edition, activity, asked })), asked };
};

export const actions: Actions = {
  move: form(moveActivity, {
    input: (_, values) => {
      const { publish, withNotice, notice, zone, ...rest } = values as Record<string, string>;
      const asked = askedIn(rest);
      return {
        ...rest,
        decisions: decisionsIn(values),
        move: asked && moveAsked(asked, zone || 'UTC'),
        publish: publish === 'yes',
        notice: withNotice ? notice : null,
      };
    },
  }),
};
