import { desk } from '#boards/programme/desk/views.server.ts';
import { textIn } from '#registry/text.ts';
import { shown } from '#ui/door.server.ts';
import type { LayoutServerLoad } from './$types';

/** Pages below are given the edition they are about and what the visitor may do somewhere in it. */
export const load: LayoutServerLoad = async (event) => {
  const { shell } = await event.parent();
  const { edition, roles, permissions } = await shown(event, desk, { edition: event.params.edition });
  return { edition, roles, permissions, shell: { ...shell, name: textIn(edition.name, shell.language) } };
};
