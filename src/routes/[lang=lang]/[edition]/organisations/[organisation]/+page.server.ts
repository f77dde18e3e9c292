import { error } from '@sveltejs/kit';
import { dataBlock, organisationData } from '#boards/programme/formats/json-ld.ts';
import { HOST_ROLES } from '#boards/programme/content.ts';
import { inTime } from '#boards/programme/pages/activity-page.ts';
import { inOrder } from '#boards/programme/pages/lists.ts';
import { textIn } from '#registry/text.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { published, language } = await event.parent();
  const { index } = published.value;
  const { content } = index;
  const organisation = content.organisations.find(({ slug }) => slug === event.params.organisation) ?? error(404, 'organisation');
  const activities = index.activitiesOf(organisation.id);
  const compare = inOrder(language);
  return {
    page: held({
      organisation,
      parent: organisation.parent ? (index.organisation.get(organisation.parent) ?? null) : null,
      children: content.organisations.filter(({ parent }) => parent === organisation.id),
      ofEdition: HOST_ROLES.filter((role) =>
        content.edition.hosts.some((host) => host.organisation === organisation.id && host.role === role),
      ),
      byRole: HOST_ROLES.map((role) => ({
        role,
        activities: activities
          .filter((one) => one.role === role)
          .map(({ activity }) => activity)
          .sort(inTime),
      })).filter((group) => group.activities.length > 0),
      people: content.people
        .flatMap((person) =>
          person.affiliations.filter((one) => one.organisation === organisation.id).map(({ position }) => ({ person, position })),
        )
        .sort((a, b) => compare(textIn(a.person.name, language), textIn(b.person.name, language))),
      results: content.results.filter(({ owners }) => owners.includes(organisation.id)),
      block: dataBlock(organisationData({ index, language, publicUrl: houseOf(event).publicUrl }, organisation)),
    }),
  };
};
