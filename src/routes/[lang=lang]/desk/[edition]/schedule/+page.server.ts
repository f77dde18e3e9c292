import { placedNow } from '#boards/programme/schedule/placing/views.server.ts';
import { schedule } from '#boards/programme/schedule/views.server.ts';
import { shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { edition } = event.params;
  const { desk, editable, may } = await shown(event, schedule, { edition });
  const { placed } = await shown(event, placedNow, { edition });
  return {
    schedule: desk,
    editable,
    may,
    placed,
    view: event.url.searchParams.get('day') ?? '',
    account: event.locals.signedIn!.account.id,
  };
};
