/** What the office does with calls, and who asks to answer one for an organisation. */
import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { done, refused } from '#platform/outcome.ts';
import { grantRole } from '#platform/identity/accounts.server.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { both, textIn } from '#registry/text.ts';
import { freeSlug, slugOf } from '../import/slugs.ts';
import { instant } from '../time.ts';
import { takesIn } from './call.ts';
import {
  callBySlug,
  callsOf,
  callSubject,
  type CallValues,
  editionFrame,
  insertCall,
  setCallState,
  updateCall,
} from './calls-store.server.ts';
import { decideClaim, holdClaim, insertClaim, insertOrganisation } from './claims-store.server.ts';
import { callInput, localised, orNull } from './input.ts';
import { letter, proposalMails } from './mails.ts';

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const version = z.coerce.number().int();

export type CallProblem =
  { is: 'stale' } | { is: 'deadlines' } | { is: 'asked-already' } | { is: 'not-open' } | { is: 'decided' } | { is: 'no-organisation' };

/** Deadlines as typed, on the wall of the edition; `null` where they come in the wrong order. */
function moments(given: z.output<typeof callInput>, zone: string): CallValues | null {
  const at = (wall: string) => instant(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds);
  const closesAt = at(given.closesAt);
  const reviewBy = given.reviewBy && at(given.reviewBy);
  const resubmitBy = given.resubmitBy && at(given.resubmitBy);
  if ((reviewBy && reviewBy < closesAt) || (resubmitBy && resubmitBy < closesAt)) return null;
  return { ...given, closesAt, reviewBy, resubmitBy };
}

/** A call in draft, which nobody but the office sees. */
export const createCall = verb({
  name: 'call.create',
  input: z.object({ edition: slug, call: callInput }),
  permission: 'open call',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const frame = await editionFrame(tx, input.edition);
    const values = moments(input.call, frame.timeZone);
    if (!values) return refused<CallProblem>({ is: 'deadlines' });
    const taken = new Set([...(await callsOf(tx, frame.id)).map((call) => call.slug), 'new']);
    const name = freeSlug(taken, slugOf(values.title.texts['en'] ?? '', 60), 'call');
    await insertCall(tx, frame.id, name, values);
    note({ subject: `call ${input.edition}/${name}`, after: values });
    return done({ call: name });
  },
});

/** Changes a call, in draft or open: what was handed in stays as it is. */
export const editCall = verb({
  name: 'call.edit',
  input: z.object({ edition: slug, call: slug, version, values: callInput }),
  permission: 'open call',
  subject: callSubject,
  async run({ tx, input, note }) {
    const frame = await editionFrame(tx, input.edition);
    const before = (await callBySlug(tx, input.edition, input.call))!;
    const values = moments(input.values, frame.timeZone);
    if (!values) return refused<CallProblem>({ is: 'deadlines' });
    if (!(await updateCall(tx, before.id, input.version, values))) return refused<CallProblem>({ is: 'stale' });
    note({ subject: `call ${input.edition}/${input.call}`, before, after: values });
    return done({ version: input.version + 1 });
  },
});

const toState = (name: string, state: 'open' | 'closed') =>
  verb({
    name,
    input: z.object({ edition: slug, call: slug }),
    permission: 'open call',
    subject: callSubject,
    async run({ tx, input, now, emit, note }) {
      const call = (await callBySlug(tx, input.edition, input.call))!;
      if (call.state === state) return done({ state });
      await setCallState(tx, call.id, state, now);
      emit({ is: `call-${state === 'open' ? 'opened' : 'closed'}`, edition: call.edition, call: call.id });
      note({ subject: `call ${input.edition}/${input.call}`, before: call.state, after: state });
      return done({ state });
    },
  });

/** From now until its deadline hosts can propose. */
export const openCall = toState('call.open', 'open');
/** Nothing new comes in; what was returned may still come back until its own deadline. */
export const closeCall = toState('call.close', 'closed');

/** Somebody with an account says that they act for an organisation, of the registry or not yet known to it. */
export const askToAct = verb({
  name: 'claim.ask',
  input: z.object({
    edition: slug,
    call: slug,
    account: z.uuid(),
    organisation: orNull(z.uuid()),
    organisationName: orNull(z.string().trim().max(300)),
    says: z.string().trim().min(1).max(2000),
  }),
  permission: 'apply to call',
  subject: async (db, input) => {
    const subject = await callSubject(db, input);
    return subject && { ...subject, account: input.account };
  },
  async run({ tx, input, now, note }) {
    const call = (await callBySlug(tx, input.edition, input.call))!;
    if (!takesIn(call, false, now)) return refused<CallProblem>({ is: 'not-open' });
    if (!input.organisation && !input.organisationName) return refused<CallProblem>({ is: 'no-organisation' });
    const { organisation, organisationName, account, says } = input;
    const given = {
      edition: call.edition,
      call: call.id,
      account,
      organisation,
      organisationName: organisation ? null : organisationName,
      says,
    };
    if (!(await insertClaim(tx, given, now))) return refused<CallProblem>({ is: 'asked-already' });
    note({ subject: `account ${account}`, after: { asksToActFor: organisation ?? organisationName } });
    return done({ asked: true });
  },
});

/** The office grants or refuses; granting makes the account a lead of the organisation's team in this edition. */
export const decideOnClaim = verb({
  name: 'claim.decide',
  input: z.object({
    edition: slug,
    claim: z.uuid(),
    decision: z.enum(['grant', 'refuse']),
    /** An entry of the registry for a name that was written by hand; without one an entry is made. */
    organisation: orNull(z.uuid()),
    name: localised(),
    reason: orNull(z.string().trim().max(2000)),
  }),
  permission: 'edit team',
  subject: editionSubject,
  async run({ tx, input, now, actor, note }) {
    const claim = await holdClaim(tx, input.edition, input.claim);
    if (!claim || claim.state !== 'asked') return refused<CallProblem>({ is: 'decided' });
    const granted = input.decision === 'grant';
    const organisation = granted
      ? (input.organisation ?? claim.organisation ?? (await insertOrganisation(tx, input.name ?? claim.organisationName)))
      : null;
    await decideClaim(tx, claim.id, { state: granted ? 'granted' : 'refused', organisation, by: actor.name, reason: input.reason }, now);
    if (organisation) {
      const scope = { is: 'organisation' as const, organisation, edition: claim.edition.id };
      await grantRole(tx, { account: claim.account, role: 'host-lead', scope, by: actor.name }, now);
    }
    const { who } = claim;
    const say = proposalMails(who.language);
    const name = textIn(claim.organisationName, who.language);
    await writeMessages(
      tx,
      {
        edition: claim.edition.id,
        kind: 'claim',
        about: `account ${claim.account}`,
        title: both(
          proposalMails('zh')(granted ? 'claimGrantedTitle' : 'claimRefusedTitle'),
          proposalMails('en')(granted ? 'claimGrantedTitle' : 'claimRefusedTitle'),
        ),
        by: actor.name,
        held: false,
        messages: [
          {
            to: { address: who.email, name: who.name, account: claim.account },
            language: who.language,
            subject: say(granted ? 'claimGrantedSubject' : 'claimRefusedSubject', { organisation: name }),
            body: letter(
              who.language,
              who.name,
              say(granted ? 'claimGrantedBody' : 'claimRefusedBody', { organisation: name }),
              input.reason,
              granted ? `/desk/${input.edition}/calls` : '/desk',
            ),
          },
        ],
      },
      now,
    );
    note({ subject: `account ${claim.account}`, after: { actsFor: organisation, refused: !granted } });
    return done({ granted });
  },
});
