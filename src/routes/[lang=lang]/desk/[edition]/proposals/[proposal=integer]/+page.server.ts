import { reviveProposal, withdrawProposal, writeToOffice } from '#boards/programme/proposals/actions.server.ts';
import {
  acceptProposal,
  answerProposal,
  declineProposal,
  mergeProposal,
  reopenProposal,
  returnProposal,
  reviewProposal,
  takeBackAcceptance,
} from '#boards/programme/proposals/decisions-actions.server.ts';
import { proposal } from '#boards/programme/proposals/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => shown(event, proposal);

export const actions: Actions = {
  withdraw: form(withdrawProposal),
  revive: form(reviveProposal),
  write: form(writeToOffice),
  review: form(reviewProposal),
  return: form(returnProposal),
  accept: form(acceptProposal),
  decline: form(declineProposal),
  merge: form(mergeProposal),
  reopen: form(reopenProposal),
  takeBack: form(takeBackAcceptance),
  answer: form(answerProposal),
};
