import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import type { Localised } from '#registry/text.ts';
import { address, hostedAt, hostedSubject } from '../hosted.server.ts';
import { readAgenda, stampOf } from './store.server.ts';

/** The agenda with its stamp, and the people that it names or that have been asked. */
export const agendaDesk = view({
  name: 'activity.agenda',
  input: z.object(address),
  permission: 'read activity',
  subject: hostedSubject,
  async run({ db, input, may }) {
    const activity = (await hostedAt(db, input))!;
    const agenda = await readAgenda(db, activity.id);
    const named = [...new Set(agenda.flatMap(({ people }) => people.map(({ person }) => person)))];
    const people = await db
      .selectFrom('person as p')
      .leftJoin('appearance as x', (join) => join.onRef('x.person_id', '=', 'p.id').on('x.activity_id', '=', activity.id))
      .select(['p.id', 'p.name', 'x.state'])
      .where((eb) => eb.or([eb('x.id', 'is not', null), ...(named.length > 0 ? [eb('p.id', 'in', named)] : [])]))
      .execute();
    return {
      activity,
      agenda,
      stamp: stampOf(agenda),
      people: people.map(({ id, name, state }) => ({ id, name: name as unknown as Localised, state })),
      mayEdit: may('edit activity'),
    };
  },
});
