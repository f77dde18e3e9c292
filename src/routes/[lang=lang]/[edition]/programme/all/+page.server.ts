import { everything } from '#boards/programme/grid/everything.ts';
import { momentTold } from '#boards/programme/pages/told.ts';
import { askedOf } from '#ui/asked.server.ts';
import { held } from '#ui/held.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { published, language } = await askedOf(event);
  const { publication } = published;
  return {
    days: held(everything(published, language)),
    moment: momentTold(language, publication.publishedAt, publication.content.edition.timeZone),
  };
};
