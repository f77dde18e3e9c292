import { mailWords } from '#boards/mail/words.ts';
import { toldOf } from '#boards/mail/views.server.ts';
import { csv } from '#boards/programme/formats/csv.ts';
import { shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

/** Who was told, as a spreadsheet program opens it. */
export const GET: RequestHandler = async (event) => {
  const { messages } = await shown(event, toldOf);
  const say = mailWords(event.locals.language);
  const columns = [say('recipients'), 'Email', say('language'), say('subject'), say('state'), `${say('sentAt')} (UTC)`, say('failed')];
  const rows = messages.map(({ toName, toAddress, language, subject, state, sentAt, failure }) => [
    toName,
    toAddress,
    language,
    subject,
    say(state),
    sentAt,
    failure,
  ]);
  return new Response(csv({ name: 'told', columns: columns.map((header) => ({ key: header, header })), rows }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="told-${event.params.batch.slice(0, 8)}.csv"`,
    },
  });
};
