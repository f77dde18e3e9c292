import { progressSpec } from '#boards/programme/hosting/progress/list.ts';
import { isComplete } from '#boards/programme/hosting/progress/model.ts';
import { progressDesk } from '#boards/programme/hosting/progress/views.server.ts';
import { listOf, listQuery } from '#platform/list.ts';
import { shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const desk = await shown(event, progressDesk, { edition: event.params.edition });
  const spec = progressSpec(event.locals.language);
  const { lines, ...rest } = desk;
  return {
    ...rest,
    listed: listOf(lines, spec, listQuery(spec, event.url.searchParams)),
    figures: {
      activities: lines.length,
      complete: lines.filter(isComplete).length,
      overdue: lines.filter(({ overdue }) => overdue > 0).length,
      questions: lines.filter(({ openQuestions }) => openQuestions > 0).length,
    },
    taskOpen: Object.fromEntries(
      rest.tasks.map(({ id }) => [id, lines.filter((line) => ['open', 'overdue'].includes(line.tasks[id]?.state ?? '')).length]),
    ),
  };
};
