import { endProposal, proposeTimetable, takeBackProposal, takeOverProposal } from '#boards/programme/schedule/proposing/actions.server.ts';
import { proposals } from '#boards/programme/schedule/proposing/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const run = event.url.searchParams.get('run');
  return { proposals: await shown(event, proposals, { edition: event.params.edition, ...(run && { run }) }) };
};

export const actions: Actions = {
  start: form(proposeTimetable, { input: ({ params }, asked) => ({ ...params, asked }) }),
  end: form(endProposal),
  take: form(takeOverProposal, { input: ({ params }, values) => ({ activities: [], ...values, ...params }) }),
  back: form(takeBackProposal),
};
