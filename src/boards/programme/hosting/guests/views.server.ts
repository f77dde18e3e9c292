import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import { address, hostedAt, hostedSubject } from '../hosted.server.ts';
import { guestCounts } from './model.ts';
import { readGuestList } from './store.server.ts';

export const guestDesk = view({
  name: 'activity.guests',
  input: z.object(address),
  permission: 'read activity',
  subject: hostedSubject,
  async run({ db, input, may }) {
    const activity = (await hostedAt(db, input))!;
    const guests = await readGuestList(db, activity.id);
    const mayEdit = may('invite to activity');
    return {
      activity,
      // Addresses and remarks are for those who look after the guests.
      guests: mayEdit ? guests : guests.map((guest) => ({ ...guest, email: null, note: '' })),
      counts: guestCounts(guests),
      mayEdit,
    };
  },
});
