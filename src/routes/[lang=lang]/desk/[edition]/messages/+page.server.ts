import { BATCHES_SHOWN, outbox } from '#boards/mail/views.server.ts';
import { backstageOf, shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { smtpUrl, mode } = backstageOf(event).settings;
  const found = await shown(event, outbox);
  return { ...found, pages: Math.max(1, Math.ceil(found.total / BATCHES_SHOWN)), without: smtpUrl ? null : mode };
};
