import { answerQuestion, askQuestion } from '#boards/programme/hosting/questions/actions.server.ts';
import { tickTask, waiveTask } from '#boards/programme/hosting/tasks/actions.server.ts';
import { todoDesk } from '#boards/programme/hosting/tasks/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ desk: await shown(event, todoDesk, event.params) });
export const actions: Actions = { tick: form(tickTask), waive: form(waiveTask), ask: form(askQuestion), answer: form(answerQuestion) };
