import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import { readWishes } from '../../proposals/wishes.server.ts';
import { noWishes } from '../../proposals/wishes.ts';
import { address, hostedAt, hostedSubject } from '../hosted.server.ts';
import { readNeeds } from './store.server.ts';

/** What was wished for, and what the edition's rooms offer to wish from. */
export const needsDesk = view({
  name: 'activity.needs',
  input: z.object(address),
  permission: 'read activity',
  subject: hostedSubject,
  async run({ db, input, may }) {
    const activity = (await hostedAt(db, input))!;
    const [wishes, needs, offered] = await Promise.all([
      readWishes(db, activity.edition.id),
      readNeeds(db, activity.id),
      sql<{ layouts: string[]; equipment: string[] }>`
        with rooms as (select p.* from edition_place e join place p on p.id = e.place_id where e.edition_id = ${activity.edition.id})
        select array(select distinct l ->> 'layout' from rooms, jsonb_array_elements(layouts) l order by 1) as layouts,
          array(select distinct q from rooms, unnest(equipment) q order by 1) as equipment`.execute(db),
    ]);
    return { activity, wishes: wishes.get(activity.id) ?? noWishes(), needs, ...offered.rows[0]!, mayEdit: may('edit activity') };
  },
});
