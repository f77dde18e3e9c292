import {
  putBackInCommittees,
  putCommitteeDecision,
  putCommitteeMeeting,
  putInCommittees,
  seatMember,
  withdrawInCommittees,
} from '#boards/preparation/committees/actions.server.ts';
import { committees } from '#boards/preparation/committees/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) =>
  shown(event, committees, {
    edition: event.params.edition,
    q: event.url.searchParams.get('q') ?? '',
    person: event.url.searchParams.get('person') ?? '',
  });

export const actions: Actions = {
  put: form(putInCommittees),
  seat: form(seatMember),
  meet: form(putCommitteeMeeting),
  decide: form(putCommitteeDecision),
  withdraw: form(withdrawInCommittees),
  back: form(putBackInCommittees),
};
