/** What the press room shows. */
import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { lettersOf, pressEventsOf, pressRecordsOf } from './store.server.ts';

export const pressRoom = view({
  name: 'press',
  input: z.object({ edition: z.string() }),
  permission: 'read press',
  subject: (db, input) => editionSubject(db, input),
  async run({ db, input, may }) {
    const { edition } = (await editionSubject(db, input))!;
    return {
      records: await pressRecordsOf(db, edition),
      events: await pressEventsOf(db, edition),
      letters: await lettersOf(db, edition),
      mayEdit: may('edit press'),
      mayTell: may('record fact'),
    };
  },
});
