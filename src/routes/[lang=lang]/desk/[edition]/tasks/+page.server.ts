import { setTask, withdrawTask } from '#boards/programme/hosting/tasks/actions.server.ts';
import { tasksDesk } from '#boards/programme/hosting/tasks/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const desk = await shown(event, tasksDesk, { edition: event.params.edition });
  return { desk, changing: desk.tasks.find(({ task }) => task.id === event.url.searchParams.get('task'))?.task ?? null };
};
export const actions: Actions = {
  set: form(setTask, {
    then: (_, { params }) => `/${(params as { lang: string }).lang}/desk/${(params as { edition: string }).edition}/tasks`,
  }),
  withdraw: form(withdrawTask),
};
