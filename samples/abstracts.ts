/** Abstracts of sessions, put together from what their activity is about. Each says what is asked, how, and what for. */
import { chance, type Pair } from './identity.ts';
import type { Matter } from './plan.ts';

/** `{p}` is a problem, `{u}` a use, `{a}` a field of work: noun phrases, in English with their article and in lower case. */
type Template = Pair;

/** What a keynote does, whatever its subject; the second part ties it to the forum. */
const KEYNOTES: readonly Template[] = [
  [
    '演讲先回顾这个问题是怎样提出的，再说明近年来的证据改变了什么，最后谈到尚无答案的部分。',
    'The speech recalls how the question arose, shows what the evidence of recent years has changed, and ends with what nobody knows yet.',
  ],
  [
    '演讲从一组被忽略的数据讲起，提出一个与通行看法不同的判断，并说明怎样才能检验它。',
    'Beginning with data that few have looked at, the speech puts forward a view that differs from the usual one, and says how it could be tested.',
  ],
  [
    '演讲面向非本专业的听众，用三个具体案例说明这一领域为什么重要、难在哪里、下一步往何处去。',
    'For listeners from other fields: three concrete cases show why the subject matters, where it is hard, and where it goes next.',
  ],
  [
    '演讲比较不同国家的做法，指出哪些经验可以借鉴，哪些只在当地成立，并提出可以共同完成的工作。',
    'The speech compares what several countries do, tells which lessons travel and which hold only at home, and proposes work that could be done together.',
  ],
  [
    '演讲回答三个问题：我们已经做到了什么，代价是什么，接下来五年应当把力气放在哪里。',
    'The speech answers three questions: what has been achieved, at what cost, and where the effort of the next five years should go.',
  ],
  [
    '演讲坦率地谈到过去判断失误的地方，由此说明为什么需要开放的数据、共同的标准和更长的耐心。',
    'The speech is frank about where earlier judgements were wrong, and shows from there why open data, shared standards and more patience are needed.',
  ],
];

const KEYNOTE_LINKS: readonly Template[] = [
  ['演讲还将谈到{p}，并展望它对{u}的意义。', 'It also speaks of {p}, and of what follows for {u}.'],
  ['其中特别讨论{p}，这也是近年争论最多的题目之一。', 'It dwells on {p}, one of the subjects most debated of late.'],
  [
    '演讲者将以{u}为例，说明{a}领域的国际分工可以怎样安排。',
    'With {u} as an example, the speaker shows how countries could share the work in {a}.',
  ],
  ['最后联系{p}，对{a}领域的年轻人提出建议。', 'It closes with {p}, and with advice to the young in {a}.'],
];

/** What a talk does, whatever its subject. */
const TALKS: readonly Template[] = [
  [
    '报告介绍团队近三年的实验结果，包括没有成功的那一部分。',
    'The talk presents results of three years, including those that did not succeed.',
  ],
  [
    '报告比较三条技术路线在成本、可靠性和可维护性上的差异，说明团队为什么选择了其中一条。',
    'The talk compares three routes by cost, reliability and upkeep, and explains why the team took one of them.',
  ],
  [
    '报告给出一套评测方法，公开测试数据与失败案例，供同行复核。',
    'The talk sets out a method of evaluation, with open test data and the cases that failed, so that others can check it.',
  ],
  [
    '报告讲述一个跨学科团队的组织方式：谁提出问题，谁提供数据，谁为结论负责。',
    'The talk tells how a team across disciplines is organised: who asks, who brings the data, and who answers for the conclusions.',
  ],
  [
    '报告展示最新进展，包括样机性能、现场试验和用户反馈，并列出下一阶段要解决的问题。',
    'The talk shows the latest progress: performance of the prototype, trials in the field and what users said, with a list of what must be solved next.',
  ],
  [
    '过去两年，这个方向的思路发生了明显变化。报告梳理变化背后的证据。',
    'In the past two years, thinking in this direction has clearly shifted. The talk goes through the evidence.',
  ],
  [
    '报告以一项国际合作项目为例，说明不同国家的团队怎样分工，数据和样品怎样依规共享。',
    'Taking an international project as its example, the talk shows how teams in different countries divide the work, and how data and samples are shared within the rules.',
  ],
  [
    '报告从一次没有达到预期的试点讲起，分析原因，并说明后来改了什么。',
    'The talk begins with a pilot that fell short, looks for the reasons, and says what was changed afterwards.',
  ],
  [
    '报告用大量现场图片和一张成本表，说明从第一次试验到日常使用之间发生了什么。',
    'With many pictures from the site and one table of costs, the talk shows what lies between the first trial and everyday use.',
  ],
  [
    '报告沿着一件产品的来路，讲述中试、认证、标准与首批用户各花了多少时间。',
    'The talk follows one product back along its way and tells how long the pilot line, certification, standards and first users took.',
  ],
  [
    '报告提出一个开放的基准，并邀请与会者带着自己的方法参加下一轮比对。',
    'The talk proposes an open benchmark and invites those present to join the next comparison with methods of their own.',
  ],
  [
    '报告列出未来三年可以完成的五项任务，以及完成它们所需的人才、设施和资金。',
    'The talk lists five tasks that can be done within three years, and the people, facilities and funds that they need.',
  ],
  [
    '报告回答听众最常问的三个问题，并说明哪些说法目前还没有证据支持。',
    'The talk answers the three questions that audiences ask most, and says which claims have no evidence behind them so far.',
  ],
];

const TALK_LINKS: readonly Template[] = [
  ['讨论部分将联系{p}。', 'The discussion turns to {p}.'],
  ['适合关心{u}的听众。', 'For those with an interest in {u}.'],
  ['报告最后谈到对{u}的启示。', 'It ends with what this means for {u}.'],
  ['问答环节欢迎{a}领域的同行提出不同意见。', 'Colleagues in {a} are asked to disagree during questions.'],
  ['报告同时谈到{p}。', 'It also speaks of {p}.'],
  ['相关方法有望用于{u}。', 'The methods may well be of use for {u}.'],
  ['其中一部分工作直接来自{a}领域的合作。', 'Part of the work comes straight from cooperation in {a}.'],
  ['演示材料将在会后公开，供关注{p}的团队使用。', 'The slides will be open afterwards to teams working on {p}.'],
];

const PANELS: readonly Template[] = [
  [
    '圆桌嘉宾来自研究、产业与公共部门，将就{p}交换看法，并回答现场和线上的提问。',
    'Panellists from research, industry and the public sector exchange views on {p} and take questions from the room and online.',
  ],
  [
    '每位嘉宾先用三分钟说明自己最担心的一件事，随后围绕{u}展开讨论，最后形成可以公开的共识要点。',
    'Each panellist has three minutes to name one main worry; the discussion then turns to {u} and ends with points of agreement that can be made public.',
  ],
  [
    '讨论从{p}开始：哪些问题必须合作才能解决，哪些应当留给竞争？主持人将把观点整理成问题清单。',
    'The discussion opens with {p}: which questions can only be solved together, and which should be left to competition? The moderator will turn the views into a list of questions.',
  ],
  [
    '圆桌关注{u}的下一步：由谁投入，由谁使用，由谁承担风险。现场听众可通过投票参与。',
    'The round table looks at the next step for {u}: who invests, who uses it and who bears the risk. The audience takes part by voting.',
  ],
];

const PITCHES: readonly Template[] = [
  [
    '项目针对“{p}”这一难点，用八分钟说明技术原理、竞争优势与团队，目标应用是{u}；随后由评委提问。',
    'The project addresses {p}: eight minutes on how it works, where it is ahead and who is behind it, with {u} as the intended use; questions from the judges follow.',
  ],
  [
    '团队展示样机与第三方测试结果，回应评委关于{p}的疑问，并介绍面向{u}的商业计划。',
    'The team shows a prototype and tests by a third party, answers the judges on {p}, and presents its business plan for {u}.',
  ],
  [
    '路演重点是面向{u}的成本测算和首批订单，评委将就{p}追问。',
    'The pitch is about the cost of {u} and the first orders received; the judges will ask further about {p}.',
  ],
  [
    '项目已完成小批量试制，计划用两年时间在{u}中验证，当前的主要困难是{p}。',
    'The project has made a first small batch and plans two years of trials in {u}; its main difficulty at present is {p}.',
  ],
];

/** What those who seek a technology say of their demand. */
const DEMANDS: readonly Template[] = [
  [
    '需求方介绍现有条件、指标要求、预算区间和时间表，难点在于{p}。现场可提交解决思路。',
    'Those who ask describe what they have, the targets, the budget and the dates; the difficulty is {p}. Ideas can be handed in on the spot.',
  ],
  [
    '需求来自{u}的实际项目，验收标准随文件公开；欢迎多个团队联合应答，尤其是能够处理{p}的团队。',
    'The demand comes from real projects in {u}, and its criteria are published with it; teams may answer together, above all those who can deal with {p}.',
  ],
  [
    '过去的尝试在{p}上停了下来。需求方公开测试数据，并愿意为{u}承担首次试用。',
    'Earlier attempts came to a halt over {p}. The test data are open, and those who ask are ready to be the first users in {u}.',
  ],
];

/** What owners say of a result that can be had. */
const OFFERS: readonly Template[] = [
  [
    '成果已完成样机或小试，可采用许可、转让或合作开发等方式；适用于{u}，有待解决的是{p}。',
    'The result exists as a prototype or at laboratory scale and can be licensed, sold or developed together; it suits {u}, and what remains open is {p}.',
  ],
  [
    '团队介绍技术原理、专利情况和许可条件，并说明在{u}中的试用结果。',
    'The team explains how it works, which patents it rests on and on what terms it can be licensed, and reports a trial in {u}.',
  ],
  [
    '成果接受“先使用后付费”：试用期内不收入门费，双方就{p}共同改进后再约定提成比例。',
    'The result can be had on “use first, pay later” terms: no entry fee during the trial; both sides improve it with regard to {p} and then agree on a share of revenue.',
  ],
];

/** What those who open a scenario say of it. */
const SCENARIOS: readonly Template[] = [
  [
    '开放方介绍现场条件、数据接口与安全要求；试用期六个月，重点验证{u}。',
    'Those who open the scenario describe the site, its data and its safety rules; a trial lasts six months and is above all a test of {u}.',
  ],
  [
    '场景面向所有团队，申请材料不超过五页；评审将关注{p}。',
    'Open to every team, with an application of no more than five pages; the review looks at {p}.',
  ],
];

const fill = ([zh, en]: Template, values: Record<'p' | 'u' | 'a', Pair>): Pair => [
  zh.replace(/\{([pua])\}/g, (_, name: 'p') => values[name][0]),
  en.replace(/\{([pua])\}/g, (_, name: 'p') => values[name][1]),
];

const NO_LINKS: readonly Template[] = [['', '']];

const BANKS = {
  keynote: [KEYNOTES, KEYNOTE_LINKS],
  talk: [TALKS, TALK_LINKS],
  panel: [PANELS, NO_LINKS],
  pitch: [PITCHES, NO_LINKS],
  demand: [DEMANDS, NO_LINKS],
  offer: [OFFERS, NO_LINKS],
  scenario: [SCENARIOS, NO_LINKS],
} as const;

export type AbstractKind = keyof typeof BANKS;

const joined = ([zh, en]: Template, [moreZh, moreEn]: Template): Template => [zh + moreZh, moreEn === '' ? en : `${en} ${moreEn}`];

/** Deals out abstracts for one activity; no template comes back before all of its kind were used. */
export class Abstracts {
  readonly #matter: Matter;
  readonly #start: number;
  readonly #dealt = new Map<AbstractKind, number>();

  constructor(matter: Matter, key: string) {
    this.#matter = matter;
    this.#start = chance(`abstracts ${key}`).below(1000);
  }

  next(kind: AbstractKind): Pair {
    const [bank, links] = BANKS[kind];
    const dealt = this.#dealt.get(kind) ?? 0;
    this.#dealt.set(kind, dealt + 1);
    const at = this.#start + dealt;
    const { problems, uses, areas } = this.#matter;
    // The uses move on once more each time the problems have been gone through, so that a pair of phrases seldom meets twice.
    return fill(joined(bank[at % bank.length]!, links[(at * 5 + Math.floor(at / bank.length)) % links.length]!), {
      p: problems[at % problems.length]!,
      u: uses[(at + Math.floor(at / problems.length) + 1) % uses.length]!,
      a: areas[(at + 2) % areas.length]!,
    });
  }
}
