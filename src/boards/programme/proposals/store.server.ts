/** Proposals in the database: what they say, what happened to them, and how they were judged. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { DB } from '#platform/database/schema.ts';
import type { Role, Subject } from '#platform/permissions.ts';
import type { Localised } from '#registry/text.ts';
import type { Uuid } from '../content.ts';
import type { Answers, ProposalContent, ProposalState } from './model.ts';
import type { Review } from './reviews.ts';

type Tx = Transaction<DB>;

export interface Proposal {
  id: Uuid;
  call: Uuid;
  edition: Uuid;
  number: number;
  organisation: Uuid;
  organisationName: Localised;
  state: ProposalState;
  content: ProposalContent;
  answers: Answers;
  createdAt: string;
  submittedAt: string | null;
  decidedAt: string | null;
  activity: { id: Uuid; slug: string; title: Localised; state: string } | null;
  mergedInto: number | null;
  sample: boolean;
  version: number;
}

const COLUMNS = sql`p.id, p.call_id as call, p.edition_id as edition, p.number, p.organisation_id as organisation, o.name as "organisationName",
  p.state, p.content || jsonb_build_object('title', p.title, 'focus', p.focus_id, 'topic', p.topic_id) as content, p.answers,
  p.created_at as "createdAt", p.submitted_at as "submittedAt", p.decided_at as "decidedAt", p.sample, p.version,
  (select json_build_object('id', a.id, 'slug', a.slug, 'title', a.title, 'state', a.state) from activity a where a.id = p.activity_id) as activity,
  (select m.number from proposal m where m.id = p.merged_into) as "mergedInto"`;
const FROM = sql`proposal p join organisation o on o.id = p.organisation_id join edition e on e.id = p.edition_id`;

export const proposalByNumber = async (db: Kysely<DB>, edition: string, number: number): Promise<Proposal | null> =>
  (await sql<Proposal>`select ${COLUMNS} from ${FROM} where e.slug = ${edition} and p.number = ${number}`.execute(db)).rows[0] ?? null;

/** The same, held until the transaction ends. */
export const holdProposal = async (tx: Tx, edition: string, number: number): Promise<Proposal | null> =>
  (await sql<Proposal>`select ${COLUMNS} from ${FROM} where e.slug = ${edition} and p.number = ${number} for update of p`.execute(tx))
    .rows[0] ?? null;

/** A proposal towards the table of permissions: of its edition and call's board, of the organisation that proposes it. */
export async function proposalSubject(
  db: Kysely<DB>,
  { edition, proposal }: { edition: string; proposal: number },
): Promise<Subject | null> {
  const { rows } = await sql<SubjectRow>`select ${SUBJECT} from ${FROM} join call c on c.id = p.call_id
    where e.slug = ${edition} and p.number = ${proposal}`.execute(db);
  return rows[0] ? subjectOf(rows[0]) : null;
}

interface SubjectRow {
  series: Uuid;
  edition: Uuid;
  board: string;
  organisation: Uuid;
  activity: Uuid | null;
}
const SUBJECT = sql`e.series_id as series, e.id as edition, c.board, p.organisation_id as organisation, p.activity_id as activity`;
export const subjectOf = ({ series, edition, board, organisation, activity }: SubjectRow): Subject => ({
  series,
  edition,
  board,
  organisations: [organisation],
  ...(activity ? { activity } : {}),
});

export interface ProposalRow extends SubjectRow {
  number: number;
  call: string;
  callTitle: Localised;
  state: ProposalState;
  title: Localised | null;
  organisationName: Localised;
  organisationKind: string;
  country: string | null;
  focus: Uuid | null;
  topic: Uuid | null;
  expected: number | null;
  foreignShare: number | null;
  languages: string[];
  submittedAt: string | null;
  changedAt: string;
  sample: boolean;
  reviews: Pick<Review, 'account' | 'scores' | 'conflict' | 'advice'>[];
}

/** Every proposal of an edition, by number; who may see which is for the caller to say. */
export const proposalsOf = async (db: Kysely<DB>, edition: Uuid): Promise<ProposalRow[]> =>
  (
    await sql<ProposalRow>`select ${SUBJECT}, p.number, c.slug as call, c.title as "callTitle", p.state, p.title, o.name as "organisationName",
        o.kind as "organisationKind", o.country, p.focus_id as focus, p.topic_id as topic, (p.content #>> '{wishes,expected}')::integer as expected,
        (p.content ->> 'foreignShare')::integer as "foreignShare", coalesce(p.content -> 'languages', '[]') as languages,
        p.submitted_at as "submittedAt", p.sample,
        coalesce((select max(n.at) from proposal_entry n where n.proposal_id = p.id), p.created_at) as "changedAt",
        (select coalesce(json_agg(json_build_object('account', r.account_id, 'scores', r.scores, 'conflict', r.conflict, 'advice', r.advice)), '[]')
          from proposal_review r where r.proposal_id = p.id) as reviews
      from ${FROM} join call c on c.id = p.call_id where p.edition_id = ${edition} order by p.number`.execute(db)
  ).rows;

/** Comes to the number by which the edition knows it; those who begin one take turns, so that numbers have no twins. */
export async function insertProposal(
  tx: Tx,
  given: { call: Uuid; edition: Uuid; organisation: Uuid; content: ProposalContent; by: Uuid | null; sample?: boolean },
  now: string,
): Promise<{ id: Uuid; number: number }> {
  await sql`select pg_advisory_xact_lock(hashtext(${`proposal numbers ${given.edition}`}))`.execute(tx);
  const { last } = await tx
    .selectFrom('proposal')
    .select((select) => select.fn.coalesce(select.fn.max('number'), sql<number>`0`).as('last'))
    .where('edition_id', '=', given.edition)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  await tx
    .insertInto('proposal')
    .values({
      id,
      call_id: given.call,
      edition_id: given.edition,
      number: last + 1,
      organisation_id: given.organisation,
      state: 'draft',
      ...contentColumns(given.content),
      created_by: given.by,
      created_at: now,
      sample: given.sample ?? false,
    })
    .execute();
  return { id, number: last + 1 };
}

function contentColumns({ title, focus, topic, ...content }: ProposalContent) {
  return { title: title && JSON.stringify(title), focus_id: focus, topic_id: topic, content: JSON.stringify(content) };
}

export async function saveContent(tx: Tx, id: Uuid, content: ProposalContent, answers: Answers): Promise<void> {
  await tx
    .updateTable('proposal')
    .set({ ...contentColumns(content), answers: JSON.stringify(answers), version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export interface Stepped {
  state: ProposalState;
  activity?: Uuid | null;
  mergedInto?: Uuid | null;
}

/** A step of its state; the first hand-in and the last decision leave their moment. */
export async function saveStep(tx: Tx, id: Uuid, { state, activity, mergedInto }: Stepped, now: string): Promise<void> {
  await sql`update proposal set state = ${state}, version = version + 1,
    submitted_at = case when ${state} = 'submitted' then coalesce(submitted_at, ${now}) else submitted_at end,
    decided_at = case when ${state} in ('accepted', 'declined', 'merged') then ${now}::timestamptz when ${state} = 'submitted' then null else decided_at end,
    activity_id = ${activity === undefined ? sql`activity_id` : activity},
    merged_into = ${mergedInto === undefined ? (state === 'merged' ? sql`merged_into` : null) : mergedInto}
    where id = ${id}`.execute(tx);
}

export interface Entry {
  id: number;
  at: string;
  by: string;
  role: Role;
  kind: 'state' | 'message' | 'note';
  from: ProposalState | null;
  to: ProposalState | null;
  text: string | null;
}

/** Oldest first. */
export const entriesOf = async (db: Kysely<DB>, proposal: Uuid): Promise<Entry[]> =>
  (
    await sql<Entry>`select id, at, by_name as by, role, kind, from_state as "from", to_state as "to", text
      from proposal_entry where proposal_id = ${proposal} order by id`.execute(db)
  ).rows;

export async function addEntry(
  tx: Tx,
  proposal: Uuid,
  entry: Pick<Entry, 'kind' | 'text'> & Partial<Pick<Entry, 'from' | 'to'>>,
  { actor, role, now }: { actor: Actor; role: Role; now: string },
): Promise<void> {
  const account = actor.account
    ? await tx.selectFrom('account').select('name').where('id', '=', actor.account).executeTakeFirst()
    : undefined;
  await tx
    .insertInto('proposal_entry')
    .values({
      proposal_id: proposal,
      at: now,
      by_account: actor.account,
      by_name: account?.name ?? actor.name,
      role,
      kind: entry.kind,
      from_state: entry.from ?? null,
      to_state: entry.to ?? null,
      text: entry.text,
    })
    .execute();
}

export const reviewsOf = async (db: Kysely<DB>, proposal: Uuid): Promise<Review[]> =>
  (
    await sql<Review>`select r.account_id as account, a.name, r.conflict, r.scores, r.comment, r.advice, r.at
      from proposal_review r join account a on a.id = r.account_id where r.proposal_id = ${proposal} order by r.at`.execute(db)
  ).rows;

export async function putReview(tx: Tx, proposal: Uuid, review: Omit<Review, 'name'>): Promise<void> {
  const values = {
    conflict: review.conflict,
    scores: review.scores && JSON.stringify(review.scores),
    comment: review.comment,
    advice: review.advice,
    at: review.at,
  };
  await tx
    .insertInto('proposal_review')
    .values({ proposal_id: proposal, account_id: review.account, ...values })
    .onConflict((conflict) =>
      conflict.columns(['proposal_id', 'account_id']).doUpdateSet({ ...values, version: sql`proposal_review.version + 1` }),
    )
    .execute();
}

/** Whether the account's person belongs to the organisation, or the account works for it: a conflict of interest that nobody need declare. */
export async function belongsTo(db: Kysely<DB>, account: Uuid, organisation: Uuid): Promise<boolean> {
  const { rows } = await sql`
    select from account a join membership m on m.person_id = a.person_id where a.id = ${account} and m.organisation_id = ${organisation}
    union all
    select from role_grant g where g.account_id = ${account} and g.organisation_id = ${organisation} and g.ended_at is null`.execute(db);
  return rows.length > 0;
}
