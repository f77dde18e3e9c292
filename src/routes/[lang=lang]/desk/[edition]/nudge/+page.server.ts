import { nudgeTeams } from '#boards/programme/hosting/progress/actions.server.ts';
import { nudgePreview } from '#boards/programme/hosting/progress/nudge-views.server.ts';
import { backstageOf, form, shown } from '#ui/door.server.ts';
import { withSite } from '#platform/mail/outbox.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { publicUrl } = backstageOf(event).settings;
  const { drafts, zh, en } = await shown(event, nudgePreview);
  return {
    zh,
    en,
    drafts: drafts.map(({ activity, messages }) => ({
      activity,
      messages: messages.map((one) => ({ ...one, body: withSite(one.body, publicUrl) })),
    })),
    chosen: drafts.map(({ activity }) => activity.id).join(','),
  };
};
export const actions: Actions = { write: form(nudgeTeams) };
