import { acceptClash } from '#boards/programme/schedule/actions.server.ts';
import { arrange, lockActivities, placeSession } from '#boards/programme/schedule/placing/actions.server.ts';
import { showPresence } from '#boards/programme/schedule/placing/live.server.ts';
import { answerVerb } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

const ACTS = new Map<string, RequestHandler>([
  ['arrange', (event) => answerVerb(event, arrange)],
  ['lock', (event) => answerVerb(event, lockActivities)],
  ['place-session', (event) => answerVerb(event, placeSession)],
  ['presence', (event) => answerVerb(event, showPresence)],
  ['accept', (event) => answerVerb(event, acceptClash)],
]);

export const POST: RequestHandler = async (event) => ACTS.get(event.params.act)?.(event) ?? new Response(null, { status: 404 });
