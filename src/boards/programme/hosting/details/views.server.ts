import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import { address, hostedAt, hostedSubject } from '../hosted.server.ts';
import { organisationsOf, readDetails, topicsAndFields } from './store.server.ts';

/** What the team writes about its activity, with what can be chosen. */
export const detailsDesk = view({
  name: 'activity.details',
  input: z.object(address),
  permission: 'read activity',
  subject: hostedSubject,
  async run({ db, input, may }) {
    const activity = (await hostedAt(db, input))!;
    const [{ details, version }, organisations, choices] = await Promise.all([
      readDetails(db, activity.id),
      organisationsOf(db, activity.edition.id),
      topicsAndFields(db, activity.edition.id),
    ]);
    return { activity, details, version, organisations, ...choices, mayEdit: may('edit activity') };
  },
});

/** The activity itself, for the frame around its pages. */
export const hostedActivity = view({
  name: 'activity.hosted',
  input: z.object(address),
  permission: 'read activity',
  subject: hostedSubject,
  async run({ db, input, may }) {
    const activity = (await hostedAt(db, input))!;
    return { activity, mayEdit: may('edit activity'), mayInvite: may('invite to activity'), maySet: may('set task') };
  },
});
