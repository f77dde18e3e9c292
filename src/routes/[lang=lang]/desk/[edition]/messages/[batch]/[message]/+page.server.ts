import { discardMessages, editMessage, releaseMessages, retryMessages } from '#boards/mail/actions.server.ts';
import { message } from '#boards/mail/views.server.ts';
import { withSite } from '#platform/mail/outbox.server.ts';
import { backstageOf, form, shown, type Visit } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { smtpUrl, mode, mailFrom, publicUrl } = backstageOf(event).settings;
  const found = await shown(event, message);
  const { body, attachments } = found.message;
  return {
    ...found,
    arrives: {
      from: mailFrom,
      body: withSite(body, publicUrl),
      attachments: attachments.map(({ text, ...one }) => ({ ...one, text: withSite(text, publicUrl) })),
    },
    without: smtpUrl ? null : mode,
  };
};

const input = ({ params }: Visit) => ({ ...params, messages: [(params as { message: string }).message] });

export const actions: Actions = {
  release: form(releaseMessages, { input }),
  discard: form(discardMessages, { input }),
  retry: form(retryMessages, { input }),
  edit: form(editMessage),
};
