import { editAgenda } from '#boards/programme/hosting/agenda/actions.server.ts';
import { agendaDesk } from '#boards/programme/hosting/agenda/views.server.ts';
import { answerVerb, shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

const fresh = { headers: { 'cache-control': 'no-store' } };

export const GET: RequestHandler = async (event) => {
  const { agenda, stamp, people } = await shown(event, agendaDesk, event.params);
  return Response.json({ agenda, stamp, people }, fresh);
};
export const POST: RequestHandler = (event) => answerVerb(event, editAgenda as never);
