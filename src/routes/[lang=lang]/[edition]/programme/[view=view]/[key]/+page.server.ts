import { loadSelection } from '#boards/programme/grid/load.server.ts';
import { askedOf } from '#ui/asked.server.ts';
import { held } from '#ui/held.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  shown: held(await loadSelection(await askedOf(event), event.params.view, event.params.key)),
});
