import { acceptClash } from '#boards/programme/schedule/actions.server.ts';
import { arrange, lockActivities, placeSession } from '#boards/programme/schedule/placing/actions.server.ts';
import { showPresence } from '#boards/programme/schedule/placing/live.server.ts';
import { answerVerb } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

const VERBS = { arrange, lock: lockActivities, 'place-session': placeSession, presence: showPresence, accept: acceptClash };

export const POST: RequestHandler = async (event) => {
  const act = event.params.act;
  if (!Object.hasOwn(VERBS, act)) return new Response(null, { status: 404 });
  return answerVerb(event, VERBS[act as keyof typeof VERBS]);
};
