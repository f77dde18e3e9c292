import { actorTold, changesTold, subjectTold, type Telling } from '#boards/audit/telling.ts';
import { auditChain, auditTrail } from '#boards/audit/views.server.ts';
import { trailWord } from '#ui/desk/trail-words.ts';
import { inputOf, shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

const NAMES = ['q', 'actor', 'verb', 'subject', 'from', 'to'] as const;

export const load: PageServerLoad = async (event) => {
  const { entries, actors, names, timeZone, ...rest } = await shown(event, auditTrail, {
    ...inputOf(event),
    edition: event.params.edition,
  });
  const { searchParams } = event.url;
  const language = event.params.lang;
  const telling: Telling = { language, timeZone, names, word: trailWord(language) };
  return {
    ...rest,
    actors: actors.map((actor) => actorTold(actor, telling)),
    entries: entries.map(({ before, after, ...entry }) => ({
      ...entry,
      who: actorTold(entry.actor, telling),
      about: subjectTold(entry.subject, telling),
      changes: changesTold(before, after, telling),
    })),
    chain: searchParams.has('chain') ? await shown(event, auditChain, { edition: event.params.edition }) : null,
    asked: Object.fromEntries(NAMES.map((name) => [name, searchParams.get(name) ?? ''])) as Record<(typeof NAMES)[number], string>,
  };
};
