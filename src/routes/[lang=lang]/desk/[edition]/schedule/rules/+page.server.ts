import { setPlace, setRules } from '#boards/programme/schedule/actions.server.ts';
import { scheduleRules } from '#boards/programme/schedule/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?place=` chooses the place that is edited; `all` are the hours of those that have none of their own. */
export const load: PageServerLoad = async (event) => {
  const rules = await shown(event, scheduleRules, { edition: event.params.edition });
  return { rules, place: event.url.searchParams.get('place') };
};

type Rows = Record<string, string>[];
/** Lines of which nothing was filled in are none. */
const filled = (rows: unknown, ...fields: string[]): Rows =>
  Array.isArray(rows) ? (rows as Rows).filter((row) => fields.some((field) => row[field])) : [];

export const actions: Actions = {
  rules: form(setRules, {
    input: ({ params }, values) => ({ ...values, ...params, audiences: filled(values['audiences'], 'a', 'b') }),
  }),
  place: form(setPlace, {
    input: ({ params }, values) => ({
      ...values,
      ...params,
      hours: filled(values['hours'], 'from', 'to'),
      closures: filled(values['closures'], 'from', 'to', 'reason'),
      stock: filled(values['stock'], 'equipment'),
    }),
  }),
};
