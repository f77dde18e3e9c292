/** An open call of the edition in preparation, with proposals in every state. All of it sample data. */
import type { Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { addEntry, insertProposal, putReview, saveContent, saveStep } from '../src/boards/programme/proposals/store.server.ts';
import { insertCall, setCallState } from '../src/boards/programme/proposals/calls-store.server.ts';
import { emptyContent, type ProposalContent, type ProposalState } from '../src/boards/programme/proposals/model.ts';
import type { EditionContent, Uuid } from '../src/boards/programme/content.ts';
import type { Actor } from '#platform/actor.ts';
import type { Role } from '#platform/permissions.ts';
import { idOf, type Pair, text } from './identity.ts';
import { hostedBySample, personaId } from './personas.ts';

const OPENED = '2026-09-15T02:00:00Z';

interface Planned {
  title: Pair;
  state: ProposalState;
  /** `null`: the organisation whose team the personas are. */
  organisation: string | null;
  days: string[];
  size: number;
  abroad: number;
  said?: string;
}

const PLANNED: Planned[] = [
  {
    title: ['量子计算与应用论坛', 'Forum on Quantum Computing and Its Uses'],
    state: 'submitted',
    organisation: null,
    days: ['2027-04-17'],
    size: 260,
    abroad: 30,
  },
  { title: ['未来材料论坛', 'Forum on Materials of the Future'], state: 'draft', organisation: null, days: [], size: 180, abroad: 20 },
  {
    title: ['城市数字孪生论坛', 'Forum on Digital Twins of Cities'],
    state: 'returned',
    organisation: null,
    days: ['2027-04-18', '2027-04-19'],
    size: 300,
    abroad: 25,
    said: '请补充境外嘉宾的确认情况，并说明与去年论坛的区别。\nPlease say which speakers from abroad have confirmed, and how this differs from last year.',
  },
  {
    title: ['脑机接口临床转化论坛', 'Forum on Brain–Computer Interfaces in the Clinic'],
    state: 'submitted',
    organisation: 'academy-brain',
    days: ['2027-04-18'],
    size: 240,
    abroad: 40,
  },
  {
    title: ['脑科学与智能论坛', 'Forum on Brain Science and Intelligence'],
    state: 'submitted',
    organisation: 'academy-ai',
    days: ['2027-04-18'],
    size: 280,
    abroad: 35,
  },
  {
    title: ['元宇宙投资沙龙', 'Salon on Investing in the Metaverse'],
    state: 'declined',
    organisation: 'ministry-culture',
    days: ['2027-04-20'],
    size: 120,
    abroad: 5,
    said: '与已采纳的活动主题重复。\nIts subject is that of an activity already accepted.',
  },
  {
    title: ['海洋观测论坛', 'Forum on Observing the Ocean'],
    state: 'withdrawn',
    organisation: 'body-ocean',
    days: ['2027-04-19'],
    size: 160,
    abroad: 45,
  },
];

export async function loadCalls(tx: Transaction<DB>, content: EditionContent): Promise<void> {
  const { edition, focuses, topics, places } = content;
  const call = await insertCall(
    tx,
    edition.id,
    'parallel-forums',
    {
      board: 'forum',
      kind: 'parallel-forum',
      title: text(['2027平行论坛征集（示例）', 'Call for parallel forums 2027 (sample)']),
      about: text([
        '面向国家部委、科研机构、高校、企业和国际组织征集平行论坛。请说明目标、规模、境外嘉宾占比和议程草案；时间和会场可以提出意愿，由组委会办公室统一排期。',
        'Ministries, institutes, universities, companies and international bodies are asked for parallel forums. Tell us the aims, the size, the share of people from abroad and a draft agenda. You may wish for days and places; the office makes the schedule.',
      ]),
      closesAt: '2027-01-15T10:00:00Z',
      reviewBy: '2027-01-31T10:00:00Z',
      resubmitBy: '2027-02-10T10:00:00Z',
      questions: [
        {
          key: 'difference',
          kind: 'text',
          label: text(['与往届论坛相比有何不同', 'What is different from earlier years']),
          help: null,
          required: true,
          options: [],
        },
        {
          key: 'outcome',
          kind: 'choice',
          label: text(['预期的主要产出', 'The main outcome to expect']),
          help: null,
          required: true,
          options: [
            { key: 'initiative', label: text(['倡议或宣言', 'An initiative or declaration']) },
            { key: 'report', label: text(['报告或指数', 'A report or index']) },
            { key: 'signing', label: text(['合作签约', 'Signed cooperation']) },
            { key: 'exchange', label: text(['交流为主', 'Exchange first of all']) },
          ],
        },
        {
          key: 'release',
          kind: 'yes-no',
          label: text(['是否拟发布成果', 'Is a result to be released']),
          help: null,
          required: false,
          options: [],
        },
      ],
      criteria: [
        { key: 'quality', label: text(['主题与内容', 'Subject and content']), weight: 3 },
        { key: 'reach', label: text(['国际参与', 'International participation']), weight: 2 },
        { key: 'feasible', label: text(['可行性', 'Feasibility']), weight: 1 },
      ],
      quotas: [
        { of: 'all', category: null, counts: 'accepted', places: 60 },
        { of: 'organisation', category: null, counts: 'submitted', places: 3 },
        { of: 'focus', category: focuses[1]!.id, counts: 'accepted', places: 20 },
      ],
    },
    true,
  );
  await setCallState(tx, call, 'open', OPENED);
  const mine = hostedBySample(content).organisation;
  const halls = places.filter(({ kind, capacity }) => kind === 'room' && (capacity ?? 0) >= 240).map(({ id }) => id);
  for (const [at, plan] of PLANNED.entries()) {
    const organisation: Uuid = plan.organisation ? idOf('organisation', plan.organisation) : mine;
    const now = new Date(Date.parse('2026-10-08T02:00:00Z') + at * 86_400_000 * 3).toISOString();
    const made = await insertProposal(
      tx,
      { call, edition: edition.id, organisation, content: emptyContent(), by: personaId('host-lead'), sample: true },
      now,
    );
    const focus = focuses[at % focuses.length]!.id;
    await saveContent(
      tx,
      made.id,
      contentOf(plan, focus, topics[(at * 3) % topics.length]!.id, halls[at % halls.length]!),
      answersOf(plan),
    );
    const host: [Actor, Role] = [{ name: 'host-lead', account: personaId('host-lead'), grants: [] }, 'host-lead'];
    const office: [Actor, Role] = [{ name: 'office', account: personaId('office'), grants: [] }, 'office'];
    const step = async (from: ProposalState, to: ProposalState, [actor, role]: [Actor, Role], said: string | null = null) => {
      await saveStep(tx, made.id, { state: to }, now);
      await addEntry(tx, made.id, { kind: 'state', from, to, text: said }, { actor, role, now });
    };
    if (plan.state !== 'draft') await step('draft', 'submitted', host);
    if (plan.state === 'returned' || plan.state === 'declined') await step('submitted', plan.state, office, plan.said);
    if (plan.state === 'withdrawn') await step('submitted', 'withdrawn', host);
    if (plan.state === 'declined')
      await putReview(tx, made.id, {
        account: personaId('reviewer'),
        conflict: null,
        scores: { quality: 2, reach: 1, feasible: 4 },
        comment: '主题较窄。 The subject is narrow.',
        advice: 'decline',
        at: now,
      });
  }
}

function contentOf(plan: Planned, focus: Uuid, topic: Uuid, room: Uuid): ProposalContent {
  const [zh, en] = plan.title;
  const whole = plan.state !== 'draft';
  return {
    ...emptyContent(),
    title: text(plan.title),
    focus,
    topic: whole ? topic : null,
    aims: whole
      ? text([
          `汇集国内外同行，交流“${zh}”相关的最新进展，促成合作。`,
          `To bring together people at home and abroad who work on the subject of the ${en}, and to start joint work.`,
        ])
      : null,
    languages: ['zh', 'en'],
    foreignShare: whole ? plan.abroad : null,
    wishes: {
      ...emptyContent().wishes,
      days: plan.days,
      parts: ['morning'],
      places: whole ? [room] : [],
      expected: plan.size,
      layout: 'theatre',
      equipment: ['interpretation'],
      interpretation: ['en'],
      streamed: true,
    },
    agenda: whole
      ? [
          { kind: 'opening', title: text(['开场致辞', 'Opening words']), minutes: 15 },
          { kind: 'keynote', title: text(['主旨报告', 'Keynotes']), minutes: 90 },
          { kind: 'panel', title: text(['圆桌讨论', 'Panel']), minutes: 45 },
        ]
      : [],
    contact: { name: '示例联系人 Sample contact', email: 'contact@sample.everforum.example', phone: '' },
  };
}

const answersOf = (plan: Planned): Record<string, string> =>
  plan.state === 'draft'
    ? {}
    : { difference: '首次由多家机构联合举办。 For the first time several bodies hold it together.', outcome: 'report', release: 'no' };
