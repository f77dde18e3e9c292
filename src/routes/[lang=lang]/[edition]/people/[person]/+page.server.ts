import { error } from '@sveltejs/kit';
import { dataBlock, personData } from '#boards/programme/formats/json-ld.ts';
import { appearancesOf } from '#boards/programme/pages/appearances.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { published, language } = await event.parent();
  const { index } = published.value;
  const person = index.content.people.find(({ slug }) => slug === event.params.person) ?? error(404, 'person');
  return {
    page: held({
      person,
      affiliations: person.affiliations.flatMap(({ organisation: id, position }) => {
        const organisation = index.organisation.get(id);
        return organisation ? [{ organisation, position }] : [];
      }),
      appearances: appearancesOf(index, person.id),
      block: dataBlock(personData({ index, language, publicUrl: houseOf(event).publicUrl }, person)),
    }),
  };
};
