/**
 * The series and its editions as a public account of the forum tells them, in our own words: names, dates, themes and figures, each figure
 * as exact as it was stated. Whatever the account does not say is left out, or `null`.
 */
import type {
  DateChange,
  Edition,
  EditionStatus,
  Milestone,
  Organisation,
  OrganisationKind,
  Series,
  StatedFigure,
} from '../src/boards/programme/content.ts';
import { idOf, type Pair, text } from './identity.ts';

export const series = (): Series => ({
  id: idOf('series', 'zgc-forum'),
  slug: 'zgc-forum',
  name: text(['中关村论坛', 'ZGC Forum']),
  theme: text(['创新与发展', 'Innovation and Development']),
  about: text([
    '中关村论坛创办于2007年，以“创新与发展”为永久主题，2021年起成为面向全球科技创新交流合作的国家级平台。论坛集交流、展示、发布、交易于一体，服务科学、技术、产品、市场全链条。',
    'Founded in 2007 under the permanent theme “Innovation and Development”, the forum has been a national platform for global exchange and cooperation in science, technology and innovation since 2021. It joins exchange, showcase, release and trade, and serves the whole chain from science through technology and product to market.',
  ]),
  founded: 2007,
  sample: false,
});

const real = (key: string, kind: OrganisationKind, name: Pair, country: string | null = 'CN'): Organisation => ({
  id: idOf('organisation', key),
  slug: key,
  name: text(name),
  kind,
  country,
  parent: null,
  ror: null,
  uscc: null,
  url: null,
  about: null,
  sample: false,
});

const HOSTS = [
  'ministry-of-science-and-technology',
  'chinese-academy-of-sciences',
  'china-association-for-science-and-technology',
  'beijing-municipal-government',
];
const SUPPORTERS = ['ministry-of-education', 'chinese-academy-of-engineering', 'cnipa', 'ccpit', 'wipo', 'iasp'];
const OFFICE = 'forum-organising-committee-office';

/** Organisations that the account names, the only real ones in the samples. */
export const realOrganisations = (): Organisation[] => [
  real(HOSTS[0]!, 'ministry', ['科学技术部', 'Ministry of Science and Technology']),
  real(HOSTS[1]!, 'academy', ['中国科学院', 'Chinese Academy of Sciences']),
  real(HOSTS[2]!, 'association', ['中国科学技术协会', 'China Association for Science and Technology']),
  real(HOSTS[3]!, 'government', ['北京市人民政府', 'People’s Government of Beijing Municipality']),
  real(OFFICE, 'other', ['中关村论坛组委会办公室', 'Office of the ZGC Forum Organising Committee']),
  real(SUPPORTERS[0]!, 'ministry', ['教育部', 'Ministry of Education']),
  real(SUPPORTERS[1]!, 'academy', ['中国工程院', 'Chinese Academy of Engineering']),
  real(SUPPORTERS[2]!, 'government', ['国家知识产权局', 'China National Intellectual Property Administration']),
  real(SUPPORTERS[3]!, 'association', ['中国贸促会', 'China Council for the Promotion of International Trade']),
  real(SUPPORTERS[4]!, 'international-organisation', ['世界知识产权组织', 'World Intellectual Property Organization'], null),
  real(
    SUPPORTERS[5]!,
    'international-organisation',
    ['国际科技园及创新区域协会', 'International Association of Science Parks and Areas of Innovation'],
    null,
  ),
];

/** Bodies from outside Beijing and from abroad that lead a forum of 2022. */
export const externalLeads = (): Organisation[] => [
  real('xiongan-new-area', 'government', ['雄安新区', 'Xiong’an New Area']),
  real('enterprise-singapore', 'government', ['新加坡企业发展局', 'Enterprise Singapore'], 'SG'),
  real('shanghai-cooperation-organisation', 'international-organisation', ['上合组织', 'Shanghai Cooperation Organisation'], null),
];

/** Hosts, organiser and supporters of the forum as a whole. */
export const forumHosts = (): Edition['hosts'] => [
  ...HOSTS.map((key) => ({ organisation: idOf('organisation', key), role: 'host' as const })),
  { organisation: idOf('organisation', OFFICE), role: 'organiser' as const },
  ...SUPPORTERS.map((key) => ({ organisation: idOf('organisation', key), role: 'supporter' as const })),
];

const figure = (key: string, label: Pair, value: number, precision: StatedFigure['precision'] = 'exactly'): StatedFigure => ({
  key,
  label: text(label),
  value,
  precision,
});
const milestone = (date: string, what: Pair): Milestone => ({ date, what: text(what) });

interface EditionFacts {
  year: number;
  theme: Pair | null;
  about: Pair;
  status: EditionStatus;
  days: [string, string] | null;
  figures: StatedFigure[];
  milestones: Milestone[];
  dateChanges?: DateChange[];
  sample?: boolean;
}

const edition = ({ year, theme, about, status, days, figures, milestones, dateChanges = [], sample = false }: EditionFacts): Edition => ({
  id: idOf('edition', String(year)),
  slug: String(year),
  year,
  name: text([`${year}中关村论坛`, `ZGC Forum ${year}`]),
  theme: theme && text(theme),
  about: text(about),
  status,
  languages: ['zh', 'en'],
  timeZone: 'Asia/Shanghai',
  startsOn: days?.[0] ?? null,
  endsOn: days?.[1] ?? null,
  dateChanges,
  figures,
  milestones,
  hosts: [],
  sample,
});

export const edition2007 = (): Edition =>
  edition({
    year: 2007,
    theme: null,
    about: ['首届中关村论坛于2007年在北京举办。', 'The first ZGC Forum was held in Beijing in 2007.'],
    status: 'archived',
    days: null,
    figures: [],
    milestones: [],
  });

export const edition2019 = (): Edition =>
  edition({
    year: 2019,
    theme: ['前沿科技与未来产业', 'Frontier Technology and Future Industry'],
    about: [
      '2019中关村论坛于10月17日开幕，首次采用“会议＋展览＋发布”的架构，即“1+18+1+1”：一场开幕式暨全体会议、十八场平行论坛、一场前沿科技成果展、一场重大成果发布会。议题包括5G、人工智能、工业互联网、脑科学、硬科技创新、耐心资本和知识产权。国家主席向论坛致贺信。',
      'The 2019 forum opened on 17 October. For the first time it joined meetings, an exhibition and releases in a “1+18+1+1” structure: one opening and plenary, eighteen parallel forums, one exhibition of frontier technology and one release of major results. Its topics were 5G, artificial intelligence, the industrial internet, brain science, hard technology, patient capital and intellectual property. The President of China sent a letter of congratulation.',
    ],
    status: 'archived',
    days: null,
    figures: [
      figure('parallel-forums', ['场平行论坛', 'parallel forums'], 18),
      figure('exhibition-units', ['家单位参展', 'exhibiting units'], 116),
      figure('exhibition-results', ['项科技成果参展', 'results exhibited'], 167),
      figure('first-launches', ['项新技术新产品首发', 'first launches of new technologies and products'], 100),
      figure('first-launch-units', ['家单位发布首发项目', 'units with first launches'], 70, 'over'),
      figure('foreign-share-percent', ['%首发项目来自海外', '% of first launches from abroad'], 20, 'nearly'),
    ],
    milestones: [milestone('2019-10-17', ['论坛开幕；国家主席致贺信', 'The forum opens; letter of congratulation from the President'])],
  });

export const edition2020 = (): Edition =>
  edition({
    year: 2020,
    theme: null,
    about: [
      '2020中关村论坛于9月17日至20日在北京举行，聚焦科技抗疫和全球创新合作，设会议、展览、交易、发布四大板块，全程线上直播。',
      'The 2020 forum was held in Beijing from 17 to 20 September. It looked at science against the pandemic and at global cooperation in innovation, had four boards (meetings, exhibition, trade, release), and was streamed live throughout.',
    ],
    status: 'archived',
    days: ['2020-09-17', '2020-09-20'],
    figures: [figure('activities', ['场活动', 'activities'], 50, 'over'), figure('boards', ['大板块', 'boards'], 4)],
    milestones: [milestone('2020-09-17', ['论坛开幕', 'The forum opens']), milestone('2020-09-20', ['论坛闭幕', 'The forum closes'])],
  });

export const edition2021 = (): Edition =>
  edition({
    year: 2021,
    theme: null,
    about: [
      '2021中关村论坛于9月24日至28日在北京举行。论坛组织委员会和执行委员会于当年9月18日成立。中关村国际前沿科技创新大赛的生物医药、集成电路领域决赛于9月27日、28日举行：总决赛前三名分享百万元奖金；各领域前三名中符合申报条件的企业可直接进入项目评审绿色通道，最高有望获得500万元资金支持。',
      'The 2021 forum was held in Beijing from 24 to 28 September. Its organising and executive committees were established on 18 September of that year. The field finals of the frontier contest in biomedicine and integrated circuits took place on 27 and 28 September: the first three of the grand final shared one million yuan in prizes, and eligible companies among the first three of each field could go straight to project review, a green channel worth up to five million yuan.',
    ],
    status: 'archived',
    days: ['2021-09-24', '2021-09-28'],
    figures: [
      figure('parallel-forums', ['场平行论坛', 'parallel forums'], 25),
      figure('exchange-countries', ['个国家和地区参加技术交易大会', 'countries and regions at the exchange convention'], 40, 'over'),
      figure('exchange-organisations', ['家技术转移机构', 'technology transfer organisations'], 100, 'over'),
      figure('exchange-universities', ['所高校和领军企业', 'universities and leading companies'], 40, 'over'),
      figure('exchange-projects', ['项技术交易项目', 'projects in the exchange'], 3000, 'nearly'),
      figure('exchange-new-technologies', ['项新技术新产品', 'new technologies and products'], 700, 'over'),
      figure('exchange-demands', ['项数字化转型应用技术需求', 'demands for digital transformation'], 600, 'over'),
      figure('contest-first-prize', ['元冠军奖金', 'yuan for the first prize of the contest'], 600000),
      figure('contest-second-prize', ['元亚军奖金', 'yuan for the second prize of the contest'], 300000),
      figure('contest-third-prize', ['元季军奖金', 'yuan for the third prize of the contest'], 100000),
      figure('contest-green-channel', ['元绿色通道最高资金支持', 'yuan at most through the green channel'], 5000000),
    ],
    milestones: [
      milestone('2021-09-18', ['论坛组织委员会和执行委员会成立', 'The organising and executive committees are established']),
      milestone('2021-09-24', ['论坛开幕', 'The forum opens']),
      milestone('2021-09-27', ['前沿大赛领域决赛首日', 'First day of the field finals of the frontier contest']),
      milestone('2021-09-28', ['论坛闭幕', 'The forum closes']),
    ],
  });

const SEPTEMBER = { startsOn: '2022-09-22', endsOn: '2022-09-27' };
const UNKNOWN = { startsOn: null, endsOn: null };
const NOVEMBER = { startsOn: '2022-11-25', endsOn: '2022-11-30' };

export const edition2022 = (): Edition => ({
  ...edition({
    year: 2022,
    theme: ['开放合作·共享未来', 'Open Cooperation, Shared Future'],
    about: [
      '2022中关村论坛以“开放合作·共享未来”为主题，设平行论坛、展览展示、技术交易、成果发布、前沿大赛、配套活动六大板块，主会场设在国家会议中心，中关村国家自主创新示范区展示中心、首钢园等地同步举办活动，并在14个国家设22个海外分会场。',
      'Under the theme “Open Cooperation, Shared Future”, the 2022 forum has six boards: parallel forums, exhibition, technology exchange, results release, frontier contest and side events. Its main venue is the National Convention Centre; activities are also held at the Zhongguancun exhibition centre and Shougang Park, and at 22 sub-venues in 14 countries.',
    ],
    status: 'open',
    days: [NOVEMBER.startsOn, NOVEMBER.endsOn],
    figures: [
      figure('activities', ['场活动', 'activities'], 126),
      figure('parallel-forums', ['场平行论坛', 'parallel forums'], 60),
      figure('led-by-ministries', ['场由国家部委和中央单位牵头', 'led by ministries and central bodies'], 27),
      figure('sub-venues', ['个海外分会场', 'sub-venues abroad'], 22),
      figure('sub-venue-countries', ['个设分会场的国家', 'countries with sub-venues'], 14),
      figure('participant-countries', ['个国家和地区的嘉宾参会', 'countries and regions that guests come from'], 70, 'over'),
      figure('exchange-countries', ['个国家和地区参加技术交易大会', 'countries and regions at the exchange convention'], 40, 'nearly'),
      figure('exchange-organisations', ['家机构参加技术交易大会', 'organisations at the exchange convention'], 2000, 'over'),
      figure('exchange-projects', ['项成果和项目寻求合作', 'results and projects seeking partners'], 3000, 'over'),
      figure('released-results', ['项重大成果发布', 'major results released'], 28),
      figure('released-hard-technology', ['项硬科技成果发布', 'hard-technology results released'], 22),
      figure('contest-entrants', ['支初创企业和团队参赛', 'start-ups and teams in the contest'], 2500, 'over'),
      figure('contest-projects', ['个大赛遴选项目', 'projects selected in the contest'], 1000, 'nearly'),
      figure('year-round-events', ['场常态化活动已举办', 'year-round events held so far'], 15),
    ],
    milestones: [
      milestone('2022-03-18', ['执行委员会召开全体会议，部署筹办工作', 'The executive committee meets in plenary to plan the preparation']),
      milestone('2022-08-22', ['媒体通气会', 'Media briefing']),
      milestone('2022-09-15', ['执行委员会办公室发布延期举办公告', 'The executive committee’s office announces the postponement']),
      milestone('2022-11-16', ['公安交管部门发布交通管制通告', 'The traffic police announce traffic control']),
      milestone('2022-11-18', ['新闻发布会', 'Press conference']),
      milestone('2022-11-25', ['晚间举行开幕式', 'Opening ceremony in the evening']),
      milestone('2022-11-26', ['上午举行全体会议', 'Plenary session in the morning']),
    ],
    dateChanges: [
      {
        announcedOn: '2022-09-15',
        from: SEPTEMBER,
        to: UNKNOWN,
        reason: text([
          '执行委员会办公室发布公告：原定9月下旬举办的2022中关村论坛延期举办。',
          'The executive committee’s office announced that the forum, first planned for late September, was postponed.',
        ]),
      },
      {
        announcedOn: '2022-11-16',
        from: UNKNOWN,
        to: NOVEMBER,
        reason: text([
          '交通管制通告载明：论坛定于11月25日至30日在北京举办。',
          'The notice of traffic control states the new dates: the forum is held in Beijing from 25 to 30 November.',
        ]),
      },
    ],
    sample: true,
  }),
  hosts: forumHosts(),
});

/** An edition in preparation: nothing of it is a fact. */
export const edition2027 = (): Edition =>
  edition({
    year: 2027,
    theme: null,
    about: [
      '这是一届筹备中的示例论坛，用来试用工作台：日期、活动和分工都是示例数据。',
      'A sample edition in preparation, to try the desks with: its dates, activities and tasks are sample data.',
    ],
    status: 'planned',
    days: ['2027-04-16', '2027-04-21'],
    figures: [],
    milestones: [],
    sample: true,
  });
