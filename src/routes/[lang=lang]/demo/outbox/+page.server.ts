import { mailsOfDemo } from '#platform/identity/personas.server.ts';
import { storable } from '#platform/storable.ts';
import { withSite } from '#platform/mail/outbox.server.ts';
import { demoOnly } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { db, settings } = demoOnly(event);
  const q = storable(event.url.searchParams.get('q') ?? '')
    .trim()
    .slice(0, 100);
  const mails = await mailsOfDemo(db, q);
  return { q, mails: mails.map((mail) => ({ ...mail, body: withSite(mail.body, settings.publicUrl) })) };
};
