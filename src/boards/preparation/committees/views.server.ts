/** What the desk of the committees shows. */
import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { carried, inOrder, sitting, speaksOf } from './model.ts';
import { committeesOf, peopleNamed, todayOf } from './store.server.ts';

/** Every committee; of its meetings those that speak of `q`. People of the registry are looked up by `person`, for whoever may seat them. */
export const committees = view({
  name: 'committees',
  input: z.object({ edition: z.string(), q: z.string().trim().max(100).default(''), person: z.string().trim().max(100).default('') }),
  permission: 'read committee',
  subject: (db, input) => editionSubject(db, input),
  async run({ db, input, now, may }) {
    const { edition } = (await editionSubject(db, input))!;
    const today = await todayOf(db, edition, now);
    const all = await committeesOf(db, edition);
    const mayEdit = may('edit committee');
    return {
      today,
      q: input.q,
      sought: mayEdit ? input.person : '',
      found: mayEdit && input.person ? await peopleNamed(db, input.person) : [],
      meetingsInAll: all.reduce((sum, { meetings }) => sum + meetings.length, 0),
      committees: all.map((one) => ({
        ...one,
        members: inOrder(one.members, today).map((member) => ({ ...member, sitting: sitting(member, today, one) })),
        meetings: one.meetings
          .filter((meeting) => !input.q || speaksOf(meeting, input.q))
          .map((meeting) => ({
            ...meeting,
            decisions: meeting.decisions.map((decision) => ({
              ...decision,
              carried: carried(decision, { withdrawn: meeting.withdrawn ?? one.withdrawn }, today),
            })),
          })),
      })),
      mayEdit,
    };
  },
});
export type ShownCommittee = NonNullable<Awaited<ReturnType<typeof committees.run>>>['committees'][number];
export type ShownMember = ShownCommittee['members'][number];
export type ShownMeeting = ShownCommittee['meetings'][number];
export type ShownDecision = ShownMeeting['decisions'][number];
