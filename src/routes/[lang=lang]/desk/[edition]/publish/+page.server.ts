import { isChangeKind } from '#boards/programme/pages/change-list.ts';
import { publishFromDesk } from '#boards/programme/publishing/actions.server.ts';
import { publishReview } from '#boards/programme/publishing/views.server.ts';
import { acceptClash, withdrawClashAcceptance } from '#boards/programme/schedule/actions.server.ts';
import { form, shown } from '#ui/door.server.ts';
import { chosenIn } from './chosen.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const kind = event.url.searchParams.get('kind');
  const review = await shown(event, publishReview, { ...chosenIn(event), kind: isChangeKind(kind) ? kind : null });
  return { review, asked: event.url.search };
};

export const actions: Actions = {
  publish: form(publishFromDesk),
  // A clash's own key is no key of the request.
  accept: form(acceptClash, { input: ({ params }, { clash, ...values }) => ({ ...values, ...params, key: clash }) }),
  withdraw: form(withdrawClashAcceptance, { input: ({ params }, { clash }) => ({ ...params, key: clash }) }),
};
