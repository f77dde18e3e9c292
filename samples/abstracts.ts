/** Abstracts of sessions, put together from what their activity is about. Each says what is asked, how, and what for. */
import { chance, type Pair } from './identity.ts';
import type { Matter } from './plan.ts';

/** `{p}` is a problem, `{u}` a use, `{a}` a field of work: noun phrases, in English with their article and in lower case. */
type Template = Pair;

const KEYNOTES: readonly Template[] = [
  [
    '演讲回顾{a}十年来的发展，指出{p}是当前最值得投入的问题，并展望{u}将带来的改变。',
    'The speech looks back on ten years of {a}, argues that the next effort should go into {p}, and looks ahead to the changes that {u} will bring.',
  ],
  [
    '为什么要长期关注{p}？演讲从{a}的基本问题出发，提出未来五年的三个研究方向，并讨论国际合作可以怎样分工。',
    'Why keep working for years on {p}? Beginning with the basic questions of {a}, the speech proposes three lines of research for the next five years and discusses how countries could share the work.',
  ],
  [
    '演讲以{u}为线索，说明基础研究、工程能力和应用需求如何相互推动，并坦率谈到{p}中尚无答案的部分。',
    'Following the thread of {u}, the speech shows how basic research, engineering and demand drive one another, and speaks frankly about what nobody yet knows of {p}.',
  ],
  [
    '从全球视角看，{a}正处在从验证走向规模应用的节点。演讲分析{p}带来的约束，并提出开放共享数据与设施的建议。',
    'Seen worldwide, {a} is passing from proof to use at scale. The speech analyses the limits set by {p}, and makes proposals for sharing data and facilities.',
  ],
  [
    '演讲讨论一个看似简单的问题：要让{u}真正可用，还差什么？答案涉及{p}，也涉及标准、人才和耐心。',
    'The speech takes up a question that only looks simple: what is still missing before we can take {u} for granted? The answer has to do with {p}, and also with standards, people and patience.',
  ],
];

const TALKS: readonly Template[] = [
  [
    '报告从{p}谈起，介绍团队近三年的实验结果，并以{u}为例说明落地时的约束条件。',
    'Starting from {p}, the talk presents three years of experimental results and shows, with {u} as the example, what limits apply in practice.',
  ],
  [
    '面向{u}，报告比较几条技术路线在成本、可靠性和可维护性上的差异，并解释为什么绕不开{p}。',
    'With {u} in view, the talk compares several routes by cost, reliability and upkeep, and explains why none of them gets round {p}.',
  ],
  [
    '报告给出一套针对{p}的评测方法，公开测试数据与失败案例，供{a}领域的同行复核。',
    'The talk sets out a way to measure {p}, with open test data and the cases that failed, so that colleagues in {a} can check it.',
  ],
  [
    '围绕{p}，报告介绍跨学科团队的组织方式：谁提出问题，谁提供数据，结果如何用于{u}。',
    'Around {p}, the talk describes how a team across disciplines is organised: who asks, who provides data, and how the results serve {u}.',
  ],
  [
    '报告展示{u}的最新进展，包括样机性能、现场试验和用户反馈，并列出下一阶段要解决的问题。',
    'The talk shows the latest progress in {u}: performance of the prototype, trials in the field and what users said, with a list of what must be solved next.',
  ],
  [
    '过去两年，{p}的研究思路发生了明显变化。报告梳理变化背后的证据，并讨论对{u}意味着什么。',
    'In the past two years, thinking about {p} has clearly shifted. The talk goes through the evidence behind the shift and discusses what it means for {u}.',
  ],
  [
    '报告以一项国际合作项目为例，说明不同国家的团队如何共同研究{p}，以及数据和样品怎样依规共享。',
    'Taking an international project as its example, the talk shows how teams in different countries work together on {p}, and how data and samples are shared within the rules.',
  ],
  [
    '从一次不成功的试点说起，报告分析一次{u}的尝试为何没有达到预期，并总结在{p}上得到的教训。',
    'The talk begins with a pilot that did not succeed, analyses why the work on {u} fell short of what was hoped, and sums up the lessons about {p}.',
  ],
  [
    '报告介绍一种兼顾性能与成本的方案，说明它如何处理{p}，并给出在{u}中的实测结果。',
    'The talk presents a solution that balances performance and cost, explains how it deals with {p}, and gives measured results from {u}.',
  ],
  [
    '报告讨论{a}从论文到产品的路径：中试、认证、标准与首批用户，每一步都以{u}为例。',
    'The talk follows {a} from paper to product: pilot line, certification, standards and first users, each step illustrated by {u}.',
  ],
  [
    '针对{p}，报告提出一个开放的基准，并邀请与会者带着自己的方法参加下一轮比对。',
    'For {p}, the talk proposes an open benchmark and invites those present to join the next comparison with methods of their own.',
  ],
  [
    '报告盘点{u}在人才、设施和资金上的实际需要，并就{p}提出可在三年内完成的任务清单。',
    'The talk takes stock of what is really needed for {u} in people, facilities and funds, and puts forward a list of tasks on {p} that can be done within three years.',
  ],
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
    '项目针对{p}，用八分钟说明技术原理、竞争优势与团队，目标应用是{u}；随后由评委提问。',
    'The project addresses {p}: eight minutes on how it works, where it is ahead and who is behind it, with {u} as the intended use; questions from the judges follow.',
  ],
  [
    '团队展示样机与第三方测试结果，说明怎样克服{p}，并介绍面向{u}的商业计划。',
    'The team shows a prototype and tests by a third party, explains how it deals with {p}, and presents its business plan for {u}.',
  ],
  [
    '路演重点是{u}的成本测算和首批订单，评委将就{p}追问。',
    'The pitch is about the cost of {u} and the first orders received; the judges will ask further about {p}.',
  ],
  [
    '项目已完成小批量试制，计划用两年时间在{u}中验证，当前的主要困难是{p}。',
    'The project has made a first small batch and plans two years of trials in {u}; its main difficulty at present is {p}.',
  ],
];

const fill = ([zh, en]: Template, values: Record<'p' | 'u' | 'a', Pair>): Pair => [
  zh.replace(/\{([pua])\}/g, (_, name: 'p') => values[name][0]),
  en.replace(/\{([pua])\}/g, (_, name: 'p') => values[name][1]),
];

/** Deals out abstracts for one activity; no template comes back before all of its kind were used. */
export class Abstracts {
  readonly #matter: Matter;
  readonly #start: number;
  readonly #dealt = { keynote: 0, talk: 0, panel: 0, pitch: 0 };

  constructor(matter: Matter, key: string) {
    this.#matter = matter;
    this.#start = chance(`abstracts ${key}`).below(1000);
  }

  next(kind: 'keynote' | 'talk' | 'panel' | 'pitch'): Pair {
    const bank = { keynote: KEYNOTES, talk: TALKS, panel: PANELS, pitch: PITCHES }[kind];
    const at = this.#start + this.#dealt[kind]++;
    const { problems, uses, areas } = this.#matter;
    // The uses move on once more each time the problems have been gone through, so that a pair of phrases seldom meets twice.
    return fill(bank[at % bank.length]!, {
      p: problems[at % problems.length]!,
      u: uses[(at + Math.floor(at / problems.length) + 1) % uses.length]!,
      a: areas[(at + 2) % areas.length]!,
    });
  }
}
