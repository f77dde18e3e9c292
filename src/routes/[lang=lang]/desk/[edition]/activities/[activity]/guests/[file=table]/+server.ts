import { csv } from '#boards/programme/formats/csv.ts';
import { xlsx } from '#boards/programme/formats/xlsx.ts';
import { guestTable } from '#boards/programme/hosting/guests/table.ts';
import { guestDesk } from '#boards/programme/hosting/guests/views.server.ts';
import { shown } from '#ui/door.server.ts';
import { tableAnswer } from '#ui/desk/table.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { guests } = await shown(event, guestDesk, { edition: event.params.edition, activity: event.params.activity });
  const table = guestTable(guests, event.locals.language);
  return tableAnswer(
    event.params.file,
    () => csv(table),
    () => xlsx(table),
  );
};
