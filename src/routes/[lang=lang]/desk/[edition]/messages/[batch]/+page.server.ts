import { discardMessages, editBatch, releaseMessages, retryMessages } from '#boards/mail/actions.server.ts';
import { batch, MESSAGES_SHOWN } from '#boards/mail/views.server.ts';
import { backstageOf, form, shown, type Visit } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { smtpUrl, mode } = backstageOf(event).settings;
  const found = await shown(event, batch);
  return { ...found, pages: Math.max(1, Math.ceil(found.total / MESSAGES_SHOWN)), without: smtpUrl ? null : mode };
};

/** The chosen ones, where the button says so; nothing chosen is not all. */
const input = ({ params }: Visit, { only, messages = [], ...values }: Record<string, unknown>) => ({
  ...values,
  ...params,
  ...(only === 'chosen' ? { messages } : {}),
});

export const actions: Actions = {
  release: form(releaseMessages, { input }),
  discard: form(discardMessages, { input }),
  retry: form(retryMessages, { input }),
  edit: form(editBatch),
};
