/**
 * The people of the programme: made when an activity needs them, and asked again for activities of their own fields on other days, so that
 * nobody is ever in two places on one day. Their names say that they are samples.
 */
import type { Organisation, OrganisationKind, Person, PersonRole, Uuid } from '../src/boards/programme/content.ts';
import { CHINA, COUNTRIES, type Country } from './countries.ts';
import { chance, idOf, type Pair, text } from './identity.ts';
import { abroadKey } from './organisations.ts';
import type { ActivityPlan, CastPlan, Craft } from './plan.ts';

const CRAFTS: Record<Craft, { name: Pair; positions: Pair[] }> = {
  scholar: {
    name: ['示例学者', 'Sample Scholar'],
    positions: [
      ['研究员', 'Research professor'],
      ['教授', 'Professor'],
      ['副研究员', 'Associate professor'],
      ['实验室主任', 'Head of laboratory'],
    ],
  },
  engineer: {
    name: ['示例工程师', 'Sample Engineer'],
    positions: [
      ['首席工程师', 'Chief engineer'],
      ['技术总监', 'Technical director'],
      ['系统架构师', 'System architect'],
      ['总设计师', 'Chief designer'],
    ],
  },
  clinician: {
    name: ['示例医生', 'Sample Physician'],
    positions: [
      ['主任医师', 'Consultant physician'],
      ['临床研究中心主任', 'Head of clinical research'],
      ['转化医学负责人', 'Head of translational medicine'],
    ],
  },
  founder: {
    name: ['示例创业者', 'Sample Founder'],
    positions: [
      ['创始人', 'Founder'],
      ['首席执行官', 'Chief executive'],
      ['联合创始人', 'Co-founder'],
    ],
  },
  investor: {
    name: ['示例投资人', 'Sample Investor'],
    positions: [
      ['合伙人', 'Partner'],
      ['投资总监', 'Investment director'],
      ['基金负责人', 'Fund manager'],
    ],
  },
  official: {
    name: ['示例嘉宾', 'Sample Guest'],
    positions: [
      ['秘书长', 'Secretary-general'],
      ['主席', 'President'],
      ['国际合作负责人', 'Head of international cooperation'],
    ],
  },
  writer: {
    name: ['示例作者', 'Sample Author'],
    positions: [
      ['科幻作家', 'Science fiction writer'],
      ['策展人', 'Curator'],
      ['编剧', 'Screenwriter'],
      ['科普作者', 'Science writer'],
    ],
  },
  expert: {
    name: ['示例专家', 'Sample Expert'],
    positions: [
      ['高级顾问', 'Senior adviser'],
      ['技术经理人', 'Technology broker'],
      ['标准工作组组长', 'Convenor of a standards group'],
      ['项目主任', 'Programme director'],
    ],
  },
};

/** Where people come from whose activity has only real hosts. */
const HOMES = ['academy-policy', 'academy-ai', 'academy-life', 'academy-materials', 'university-science', 'ministry-external'];

const SPIN_OFF: Pair[] = [
  ['衍生企业创始人', 'Founder of a spin-off company'],
  ['衍生企业首席执行官', 'Chief executive of a spin-off company'],
];
const FUND: Pair[] = [
  ['创投基金负责人', 'Head of the venture fund'],
  ['成果转化基金合伙人', 'Partner of the technology transfer fund'],
];
const IN_COMPANIES: Pair[] = [
  ['首席科学家', 'Chief scientist'],
  ['研究院院长', 'Head of research'],
];
const IN_MINISTRIES: Pair[] = [
  ['司长', 'Director-general'],
  ['国际合作负责人', 'Head of international cooperation'],
];

/** Positions where the usual ones of a craft would not be found in such an organisation. */
const ELSEWHERE: Partial<Record<Craft, (kind: OrganisationKind) => Pair[] | null>> = {
  founder: (kind) => (kind === 'company' ? null : SPIN_OFF),
  investor: (kind) => (kind === 'association' ? null : FUND),
  scholar: (kind) => (kind === 'company' ? IN_COMPANIES : null),
  official: (kind) => (kind === 'ministry' || kind === 'central-body' || kind === 'government' ? IN_MINISTRIES : null),
};

interface Known {
  person: Person;
  craft: Craft;
  days: Set<number>;
  field: string;
  abroad: boolean;
  country: string | undefined;
}

export class Cast {
  readonly people: Person[] = [];
  readonly #known: Known[] = [];
  readonly #organisations: ReadonlyMap<Uuid, Organisation>;
  #abroad = 0;

  constructor(organisations: readonly Organisation[]) {
    this.#organisations = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  }

  /** People for a whole activity: nobody of them has anything else on its day. Each call gives the next of them. */
  forActivity(plan: ActivityPlan, day: number): (wanted: CastPlan) => { person: Uuid; role: PersonRole }[] {
    const random = chance(`cast ${plan.slug}`);
    let asked = 0;
    return ({ role, count, crafts }) =>
      Array.from({ length: count }, () => {
        const craft = crafts[asked % crafts.length]!;
        const abroad = plan.country !== undefined || (asked * 7 + plan.slug.length) % 10 < plan.foreign;
        asked += 1;
        const again = random.below(100) < 28 ? this.#askAgain(plan, craft, abroad, day) : undefined;
        const known = again ?? this.#make(plan, craft, abroad);
        known.days.add(day);
        return { person: known.person.id, role };
      });
  }

  #askAgain(plan: ActivityPlan, craft: Craft, abroad: boolean, day: number): Known | undefined {
    return this.#known.find(
      (known) =>
        known.field === plan.fields[0] &&
        known.craft === craft &&
        known.abroad === abroad &&
        known.country === plan.country &&
        known.days.size < 3 &&
        !known.days.has(day),
    );
  }

  #make(plan: ActivityPlan, craft: Craft, abroad: boolean): Known {
    const number = String(this.people.length + 1).padStart(3, '0');
    const random = chance(`person ${number}`);
    const { name, positions } = CRAFTS[craft];
    const country = this.#countryFor(plan, abroad);
    const area = plan.matter.areas[random.below(plan.matter.areas.length)]!;
    const problem = plan.matter.problems[random.below(plan.matter.problems.length)]!;
    const hosts = plan.hosts.map(([organisation]) => organisation).filter((organisation) => this.#isSample(organisation));
    const homes = hosts.length > 0 ? hosts : HOMES;
    const organisation = country === CHINA ? homes[random.below(homes.length)]! : abroadKey(country);
    const kind = this.#organisations.get(idOf('organisation', organisation))!.kind;
    const fitting = ELSEWHERE[craft]?.(kind) ?? positions;
    const position = fitting[random.below(fitting.length)]!;
    const key = `${name[1].toLowerCase().replaceAll(' ', '-')}-${number}`;
    const person: Person = {
      id: idOf('person', key),
      slug: key,
      name: text([`${name[0]}${number}`, `${name[1]} ${number}`]),
      country: country.code,
      biography: text(biography(craft, area, problem, random.below(3))),
      orcid: null,
      languages: country.language === 'en' ? ['en'] : [country.language, 'en'],
      affiliations: [{ organisation: idOf('organisation', organisation), position: text(position) }],
      sample: true,
    };
    this.people.push(person);
    const known = { person, craft, days: new Set<number>(), field: plan.fields[0]!, abroad, country: plan.country };
    this.#known.push(known);
    return known;
  }

  /** Sample people never belong to a real organisation. */
  #isSample(organisation: string): boolean {
    return this.#organisations.get(idOf('organisation', organisation))!.sample;
  }

  #countryFor(plan: ActivityPlan, abroad: boolean): Country {
    if (plan.country) return COUNTRIES.find(({ code }) => code === plan.country)!;
    return abroad ? COUNTRIES[this.#abroad++ % COUNTRIES.length]! : CHINA;
  }
}

function biography(craft: Craft, [areaZh, areaEn]: Pair, [problemZh, problemEn]: Pair, way: number): Pair {
  const verb: Record<Craft, Pair> = {
    scholar: ['从事研究', 'does research in'],
    engineer: ['从事工程研发', 'builds systems in'],
    clinician: ['从事临床研究', 'works as a clinician in'],
    founder: ['创业', 'founded a company in'],
    investor: ['投资', 'invests in'],
    official: ['推动国际合作', 'works for cooperation in'],
    writer: ['写作', 'writes about'],
    expert: ['提供咨询', 'advises on'],
  };
  const [zh, en] = verb[craft];
  const ends: Pair[] = [
    [`近年来重点关注${problemZh}。`, `Of late, the main interest is ${problemEn}.`],
    [`目前的工作围绕${problemZh}展开。`, `Current work centres on ${problemEn}.`],
    [`在本届论坛上将谈到${problemZh}。`, `At this forum, the subject is ${problemEn}.`],
  ];
  return [`示例人物，在${areaZh}领域${zh}。${ends[way]![0]}`, `A sample person who ${en} ${areaEn}. ${ends[way]![1]}`];
}
