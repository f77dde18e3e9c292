import { error } from '@sveltejs/kit';
import type { Organisation, Person } from '#boards/programme/content.ts';
import { chainOf } from '#boards/programme/pages/activity-page.ts';
import { held } from '#ui/held.ts';
import type { PageServerLoad } from './$types';

type Owner = { is: 'organisation'; of: Organisation } | { is: 'person'; of: Person };

export const load: PageServerLoad = async (event) => {
  const { published } = await event.parent();
  const { index } = published.value;
  const result = index.content.results.find(({ slug }) => slug === event.params.result) ?? error(404, 'result');
  return {
    page: held({
      result,
      chain: chainOf(result, null),
      owners: result.owners.flatMap((id): Owner[] => {
        const organisation = index.organisation.get(id);
        const person = index.person.get(id);
        return organisation ? [{ is: 'organisation', of: organisation }] : person ? [{ is: 'person', of: person }] : [];
      }),
      field: result.field ? (index.field.get(result.field) ?? null) : null,
      shownIn: index.content.activities.flatMap((activity) => {
        const sessions = activity.sessions.filter((session) => session.results.includes(result.id));
        return sessions.length > 0 || result.steps.some((step) => step.activity === activity.id) ? [{ activity, sessions }] : [];
      }),
    }),
  };
};
