import { nameIn, textIn } from '#registry/text.ts';
import { houseOf } from '#ui/load.server.ts';
import { shellOf } from '#ui/shell.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const house = houseOf(event);
  const [series] = await house.series();
  const language = event.params.lang;
  return {
    language,
    shell: shellOf(language, house.publicUrl, textIn(series?.name, language) || 'Everforum', {
      desk: event.platform?.backstage !== undefined,
      who: event.locals.signedIn ? nameIn(event.locals.signedIn.account.name, language) : null,
      persona: event.locals.signedIn?.method === 'persona',
    }),
  };
};
