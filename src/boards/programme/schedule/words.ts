/** Rules, levels, clashes and what would resolve them, in words. */
import type { Uuid } from '../content.ts';
import { localDate, localTime } from '../time.ts';
import { words } from '#platform/words.ts';
import { type Localised, type PageLanguage, textIn } from '#registry/text.ts';
import type { Clash } from './clash.ts';
import type { DeskSchedule } from './desk-schedule.ts';
import { type Ground, groundOf } from './ground.ts';
import type { Resolution } from './resolutions.ts';

export const ruleWords = words({
  room: { zh: '会场重复占用', en: 'Room booked twice' },
  site: { zh: '不在所属城市', en: 'Not in its city' },
  person: { zh: '人员同时在两处', en: 'A person at two places' },
  capacity: { zh: '座位不足', en: 'Not enough seats' },
  hours: { zh: '不在开放时间', en: 'Outside opening hours' },
  closure: { zh: '场地停用', en: 'Place closed' },
  travel: { zh: '转场时间不足', en: 'Too little time for the way' },
  layout: { zh: '布置形式不符', en: 'Layout not possible' },
  equipment: { zh: '设备不足', en: 'Equipment missing' },
  interpretation: { zh: '同传间不足', en: 'Too few interpretation booths' },
  availability: { zh: '嘉宾不在', en: 'A guest is away' },
  audience: { zh: '同类听众冲突', en: 'One audience, two activities' },
  wish: { zh: '未满足主办方意愿', en: 'A host’s wish not met' },
});

/** What each rule looks at, for whoever sets its level. */
export const ruleHelp = words({
  room: {
    zh: '两个活动在同一会场时间重叠。可并行使用的场地（展位、海报）和已注明共用会场的活动除外。数据库始终拒绝重复占用，因此级别不可调整。',
    en: 'Two activities overlap in one room. Places for many things at once (stands, posters) and activities that share a room on purpose are left out. The database always refuses it, so its level cannot be changed.',
  },
  site: {
    zh: '活动属于一座会场城市（如海外分会场），却安排在另一座城市的会场。所属城市可在该活动的排期页更改。',
    en: 'The activity belongs to one city, say an overseas sub-venue, and its room is in another. Where it belongs is changed on its page of the schedule.',
  },
  person: {
    zh: '同一位嘉宾、主持人或主席须同时出现在两处，按环节逐一核对。',
    en: 'A speaker, moderator or chair is needed at two places at once; every session is looked at.',
  },
  capacity: { zh: '预计人数超过会场在所需布置下的座位数。', en: 'More people are expected than the room seats in the layout asked for.' },
  hours: { zh: '活动有一部分在会场开放时间之外。', en: 'Part of the activity lies outside the opening hours of its room.' },
  closure: { zh: '活动期间会场或其所在场馆停用。', en: 'The room, or the venue around it, cannot be used at that time.' },
  travel: {
    zh: '人员在两处环节之间的间隔短于转场所需时间，按场馆、会场城市之间的时间计算。',
    en: 'Between two sessions a person has less time than the way between the venues or cities takes.',
  },
  layout: { zh: '会场没有活动所需的布置形式。', en: 'The room cannot be set up in the layout that is asked for.' },
  equipment: {
    zh: '会场没有所需设备，或同一时间借用的数量超过库存。',
    en: 'The room lacks something, or more is borrowed at one time than there is.',
  },
  interpretation: {
    zh: '会场没有同传条件，或同一场馆同一时间需要的同传间多于现有数量。',
    en: 'The room has no interpretation, or a venue needs more booths at one time than it has.',
  },
  availability: { zh: '嘉宾已说明不在的时间与其环节重叠。', en: 'A guest has said to be away at the time of a session.' },
  audience: {
    zh: '同一会场城市内，主题相同或听众相近的活动时间重叠。',
    en: 'In one city two activities overlap whose topics share an audience.',
  },
  wish: { zh: '日期、时段或场地与主办方提出的意愿不同。', en: 'Day, hour or place is other than the host asked for.' },
});

export const levelWords = words({
  'blocks-placing': { zh: '禁止安排', en: 'Blocks placing' },
  'blocks-publishing': { zh: '禁止发布', en: 'Blocks publishing' },
  warns: { zh: '提醒', en: 'Warns' },
  ignored: { zh: '忽略', en: 'Ignored' },
});

const say = words({
  roomTold: { zh: '{room}：{a}与{b}重叠{minutes}分钟', en: '{room}: {a} and {b} overlap by {minutes} min' },
  roomWithin: { zh: '{room}：{a}的两个环节重叠{minutes}分钟', en: '{room}: two sessions of {a} overlap by {minutes} min' },
  siteTold: { zh: '{a}属于{site}，{room}在{there}', en: '{a} belongs to {site}; {room} is in {there}' },
  personTold: { zh: '{people}须同时出现在{a}与{b}（{minutes}分钟）', en: '{people} at once in {a} and in {b} ({minutes} min)' },
  personWithin: {
    zh: '{people}在{a}中有两个环节时间重叠（{minutes}分钟）',
    en: '{people} in two overlapping sessions of {a} ({minutes} min)',
  },
  capacityTold: { zh: '{a}预计{needed}人，{room}只有{seats}个座位', en: '{a}: {needed} expected, {room} seats {seats}' },
  capacityLayout: {
    zh: '{a}预计{needed}人，{room}按{layout}布置只有{seats}个座位',
    en: '{a}: {needed} expected, {room} seats {seats} as {layout}',
  },
  hoursTold: { zh: '{a}：{room}当天开放时间为{open}', en: '{a}: {room} is open {open}' },
  hoursClosed: { zh: '{a}：{room}当天不开放', en: '{a}: {room} is closed that day' },
  closureTold: { zh: '{a}：{room}停用（{reason}）', en: '{a}: {room} cannot be used ({reason})' },
  travelTold: {
    zh: '{people}从{a}到{b}需{minutes}分钟，只有{gap}分钟',
    en: '{people}: from {a} to {b} takes {minutes} min, there are {gap}',
  },
  layoutTold: { zh: '{a}需要{layout}布置，{room}只有{there}', en: '{a} asks for {layout}; {room} has {there}' },
  equipmentTold: { zh: '{a}需要{equipment}，{room}没有', en: '{a} needs {equipment}, which {room} lacks' },
  equipmentShared: {
    zh: '{place}同一时间需要{equipment}{needed}套，只有{there}套：{all}',
    en: '{place} needs {needed} × {equipment} at one time and has {there}: {all}',
  },
  interpretationTold: { zh: '{a}需要同传，{room}没有同传间', en: '{a} is interpreted; {room} has no booth' },
  interpretationShared: {
    zh: '{place}同一时间需要{needed}个同传间，只有{there}个：{all}',
    en: '{place} needs {needed} booths at one time and has {there}: {all}',
  },
  availabilityTold: { zh: '{a}：{people}届时不在', en: '{a}: {people} is away' },
  audienceTold: {
    zh: '{a}与{b}听众相近（{topics}），重叠{minutes}分钟',
    en: '{a} and {b} share an audience ({topics}) and overlap by {minutes} min',
  },
  wishPlace: { zh: '{a}：场地与主办方的意愿不同', en: '{a}: not the place its host asked for' },
  wishDay: { zh: '{a}：日期与主办方的意愿不同', en: '{a}: not on a day its host asked for' },
  avoidedPlace: { zh: '{a}：排在主办方希望避开的场地', en: '{a}: in a place its host asked to avoid' },
  avoidedDay: { zh: '{a}：排在主办方希望避开的日期', en: '{a}: on a day its host asked to avoid' },
  avoidedStart: { zh: '{a}：排在主办方希望避开的时段', en: '{a}: at an hour its host asked to avoid' },
  wishStart: { zh: '{a}：时段与主办方的意愿不同', en: '{a}: not at an hour its host asked for' },
  toRoom: { zh: '把{a}移到{room}', en: 'Move {a} to {room}' },
  toTime: { zh: '把{a}改到{time}', en: 'Move {a} to {time}' },
  accept: { zh: '说明理由并接受', en: 'Accept with a reason' },
  more: { zh: '{name}等{count}人', en: '{name} and {others, plural, one {# other} other {# others}}' },
  list: { zh: '、', en: ', ' },
  somewhere: { zh: '未定会场', en: 'no room yet' },
});

/** Usual layouts and equipment; others are told as the office wrote them. */
export const layoutWords = words({
  theatre: { zh: '剧院式', en: 'theatre' },
  classroom: { zh: '课桌式', en: 'classroom' },
  'round-table': { zh: '圆桌式', en: 'round table' },
  exhibition: { zh: '展览式', en: 'exhibition' },
});
export const equipmentWords = words({
  projection: { zh: '投影', en: 'projection' },
  'video-conference': { zh: '视频会议', en: 'video conference' },
  streaming: { zh: '直播', en: 'streaming' },
  interpretation: { zh: '同传', en: 'interpretation' },
  recording: { zh: '录制', en: 'recording' },
  'hearing-loop': { zh: '助听感应圈', en: 'hearing loop' },
  'led-wall': { zh: 'LED屏', en: 'LED wall' },
  voting: { zh: '表决器', en: 'voting' },
  power: { zh: '大功率供电', en: 'heavy power' },
});
const known = <Key extends string>(
  say: ReturnType<typeof words<Record<Key, { zh: string; en: string }>>>,
  language: PageLanguage,
  key: string,
) => (key in say.messages ? say(language)(key as Key) : key);
export const layoutName = (language: PageLanguage, layout: string): string => known(layoutWords, language, layout);
export const equipmentName = (language: PageLanguage, equipment: string): string => known(equipmentWords, language, equipment);

export interface Teller {
  /** The clash in one sentence. */
  clash(clash: Clash): string;
  resolution(resolution: Resolution): string;
  activity(id: Uuid): string;
  place(id: Uuid | null): string;
  person(id: Uuid): string;
}

const WISHED = { place: 'wishPlace', day: 'wishDay', start: 'wishStart' } as const;
const AVOIDED = { place: 'avoidedPlace', day: 'avoidedDay', start: 'avoidedStart' } as const;

/** Names are looked up once; `language` is the reader's. */
export function tellerOf(desk: DeskSchedule, language: PageLanguage, ground: Ground = groundOf(desk)): Teller {
  const t = say(language);
  const namesOf = <Item extends { id: Uuid }>(list: readonly Item[], name: (item: Item) => Localised) =>
    new Map(list.map((item) => [item.id, name(item)]));
  const activities = namesOf(desk.activities, ({ title }) => title);
  const places = namesOf(desk.places, ({ name }) => name);
  const people = namesOf(desk.people, ({ name }) => name);
  const topics = namesOf(desk.topics, ({ name }) => name);
  const closures = new Map(desk.closures.map((closure) => [closure.id, closure]));
  const named = (names: Map<Uuid, Localised>) => (id: Uuid) => textIn(names.get(id), language);
  const [activity, person, topic] = [named(activities), named(people), named(topics)];
  const place = (id: Uuid | null) => (id === null ? t('somewhere') : textIn(places.get(id), language));
  const joined = (list: readonly string[]) => list.join(t('list'));
  const guests = (ids: readonly Uuid[]) =>
    ids.length > 2 ? t('more', { name: person(ids[0]!), count: ids.length, others: ids.length - 1 }) : joined(ids.map(person));

  const tell = (clash: Clash): string => {
    const [first, second] = clash.activities;
    const a = first ? activity(first) : '';
    const b = second ? activity(second) : '';
    const room = place(clash.room);
    switch (clash.rule) {
      case 'room':
        return t(second ? 'roomTold' : 'roomWithin', { room, a, b, ...clash.detail });
      case 'site': {
        const there = place(ground.site(clash.room!));
        return t('siteTold', { a, room, site: place(clash.detail.site), there });
      }
      case 'person':
        return t(second ? 'personTold' : 'personWithin', { people: guests(clash.people), a, b, ...clash.detail });
      case 'capacity': {
        const { needed, seats, layout } = clash.detail;
        return layout === null
          ? t('capacityTold', { a, room, needed, seats })
          : t('capacityLayout', { a, room, needed, seats, layout: layoutName(language, layout) });
      }
      case 'hours': {
        const { open } = clash.detail;
        if (open.length === 0) return t('hoursClosed', { a, room });
        const several = new Set(open.map(({ date }) => date)).size > 1;
        return t('hoursTold', { a, room, open: joined(open.map(({ date, from, to }) => `${several ? `${date} ` : ''}${from}–${to}`)) });
      }
      case 'closure':
        return t('closureTold', { a, room, reason: closures.get(clash.detail.closure)?.reason ?? '' });
      case 'travel':
        return t('travelTold', { people: guests(clash.people), ...inOrder(clash), ...clash.detail });
      case 'layout':
        return t('layoutTold', {
          a,
          room,
          layout: layoutName(language, clash.detail.layout),
          there: joined(clash.detail.there.map((one) => layoutName(language, one))),
        });
      case 'equipment': {
        const { needed, there } = clash.detail;
        const equipment = equipmentName(language, clash.detail.equipment);
        return clash.detail.place === null
          ? t('equipmentTold', { a, room, equipment })
          : t('equipmentShared', {
              place: place(clash.detail.place),
              equipment,
              needed,
              there,
              all: joined(clash.activities.map(activity)),
            });
      }
      case 'interpretation': {
        const { needed, there } = clash.detail;
        return clash.detail.place === null
          ? t('interpretationTold', { a, room })
          : t('interpretationShared', { place: place(clash.detail.place), needed, there, all: joined(clash.activities.map(activity)) });
      }
      case 'availability':
        return t('availabilityTold', { a, people: guests(clash.people) });
      case 'audience':
        return t('audienceTold', { a, b, minutes: clash.detail.minutes, topics: joined(clash.detail.topics.map(topic)) });
      case 'wish':
        return t((clash.detail.avoided ? AVOIDED : WISHED)[clash.detail.of], { a });
    }
  };

  /** The way is told as it is gone. */
  const inOrder = (clash: Clash) => {
    const [a, b] = clash.activities as [Uuid, Uuid];
    const begins = (id: Uuid) => desk.activities.find((one) => one.id === id)?.startsAt ?? '';
    const [from, to] = begins(a) <= begins(b) ? [a, b] : [b, a];
    return { a: activity(from), b: activity(to) };
  };

  return {
    clash: tell,
    resolution(resolution) {
      if (resolution.is === 'accept') return t('accept');
      const { placement } = resolution;
      const a = activity(placement.activity);
      if (resolution.is === 'room') return t('toRoom', { a, room: place(placement.room) });
      const zone = ground.zone(placement.room);
      const day = localDate(placement.startsAt!, zone).slice(5);
      return t('toTime', { a, time: `${day} ${localTime(placement.startsAt!, zone)}–${localTime(placement.endsAt!, zone)}` });
    },
    activity,
    place,
    person,
  };
}

/** A list of clashes, wherever it stands. */
export const clashListWords = words({
  accepted: { zh: '已接受（{by}，{at}）：{reason}', en: 'Accepted by {by}, {at}: {reason}' },
  acceptedBefore: { zh: '此前接受后情况有变，原理由：{reason}', en: 'It has changed since it was accepted; the reason was: {reason}' },
  acceptWithReason: { zh: '说明理由并接受', en: 'Accept with a reason' },
  reason: { zh: '理由', en: 'Reason' },
  accept: { zh: '接受', en: 'Accept' },
  withdraw: { zh: '撤回接受', en: 'Withdraw the acceptance' },
});

/** Narrowing a list of clashes, and taking it home. */
export const clashFilterWords = words({
  filter: { zh: '筛选冲突', en: 'Narrow the clashes' },
  rule: { zh: '规则', en: 'Rule' },
  everyRule: { zh: '全部规则', en: 'Every rule' },
  state: { zh: '处理情况', en: 'Standing' },
  everyState: { zh: '全部', en: 'All' },
  open: { zh: '未接受', en: 'Open' },
  accepted: { zh: '已接受', en: 'Accepted' },
  search: { zh: '在冲突中查找', en: 'Search the clashes' },
  find: { zh: '查找', en: 'Find' },
  clear: { zh: '清除筛选', en: 'Show all' },
  shown: { zh: '显示{shown}条，共{all}条', en: '{shown} of {all} shown' },
  none: { zh: '没有符合条件的冲突。', en: 'No clash fits.' },
  csv: { zh: '导出 CSV', en: 'Save as CSV' },
  xlsx: { zh: '导出 XLSX', en: 'Save as XLSX' },
});

export const clashTableWords = words({
  clashes: { zh: '冲突', en: 'Clashes' },
  level: { zh: '级别', en: 'Level' },
  rule: { zh: '规则', en: 'Rule' },
  told: { zh: '情况', en: 'What it says' },
  numbers: { zh: '活动编号', en: 'Numbers' },
  activities: { zh: '活动', en: 'Activities' },
  people: { zh: '人员', en: 'People' },
  room: { zh: '会场', en: 'Room' },
  from: { zh: '开始', en: 'From' },
  to: { zh: '结束', en: 'Until' },
  zone: { zh: '时区', en: 'Time zone' },
  acceptedBy: { zh: '接受人', en: 'Accepted by' },
  reason: { zh: '理由', en: 'Reason' },
});

/** The page of the rules. */
export const rulesWords = words({
  title: { zh: '排期规则', en: 'Rules of the schedule' },
  intro: {
    zh: '每条规则由组委会办公室定级：“禁止安排”的情况排期时即被拒绝；“禁止发布”的须先解决或说明理由接受；“提醒”的只作提示；“忽略”的不再显示。',
    en: 'The office gives each rule its level. What blocks placing is refused at once; what blocks publishing has to be resolved or accepted with a reason first; a warning is only shown; what is ignored is not.',
  },
  back: { zh: '返回排期', en: 'Back to the schedule' },
  levels: { zh: '规则与级别', en: 'Rules and levels' },
  rule: { zh: '规则', en: 'Rule' },
  level: { zh: '级别', en: 'Level' },
  now: { zh: '当前', en: 'Now' },
  nowHelp: { zh: '按当前排期发现的数量', en: 'As many as the schedule has now' },
  ways: { zh: '转场时间', en: 'Time for ways' },
  waysIntro: {
    zh: '两处之间已登记路程的，按登记时间计算；没有登记的，按以下分钟数计算。',
    en: 'Where the way between two places is known, its time counts; elsewhere these minutes do.',
  },
  sameVenue: { zh: '同一场馆内换会场', en: 'Between rooms of one venue' },
  sameSite: { zh: '同一城市内换场馆', en: 'Between venues of one city' },
  otherSite: { zh: '不同城市之间', en: 'Between cities' },
  minutes: { zh: '分钟', en: 'minutes' },
  audiences: { zh: '听众相近的主题', en: 'Topics that share an audience' },
  audiencesIntro: {
    zh: '主题相同的活动始终视为听众相近。这里可以再指定成对的主题。',
    en: 'Activities of one topic always share their audience. Name further pairs of topics here.',
  },
  topicA: { zh: '主题', en: 'Topic' },
  topicB: { zh: '与之相近的主题', en: 'shares its audience with' },
  none: { zh: '（无）', en: '(none)' },
  saveRules: { zh: '保存规则', en: 'Save the rules' },
  places: { zh: '场地', en: 'Places' },
  placesIntro: {
    zh: '选择场地，设置开放时间、停用时段、固定设备，以及可借给各会场的设备和同传间数量。上级场地的设置对其内部会场同样有效。',
    en: 'Choose a place to set its opening hours, when it cannot be used, what is built in, and what it can lend to its rooms. What holds for a place holds for all that lies in it.',
  },
  allPlaces: { zh: '所有未单独设置的场地', en: 'All places without hours of their own' },
  place: { zh: '场地', en: 'Place' },
  edit: { zh: '设置', en: 'Open' },
  hours: { zh: '开放时间', en: 'Opening hours' },
  hoursIntro: {
    zh: '按当地时间。指定日期的优先于指定星期的，二者都不选则为每天。两栏都填00:00表示当天不开放。',
    en: 'In local time. A date goes before a weekday, and either before neither, which means every day. 00:00 to 00:00 is closed.',
  },
  date: { zh: '日期', en: 'Date' },
  weekday: { zh: '星期', en: 'Weekday' },
  everyDay: { zh: '每天', en: 'every day' },
  opens: { zh: '开放', en: 'opens' },
  closes: { zh: '关闭', en: 'closes' },
  closures: { zh: '停用时段', en: 'When it cannot be used' },
  from: { zh: '开始', en: 'from' },
  to: { zh: '结束', en: 'until' },
  why: { zh: '原因', en: 'why' },
  equipment: { zh: '固定设备', en: 'Built-in equipment' },
  stock: { zh: '可同时借用的数量', en: 'What it can lend at one time' },
  stockIntro: {
    zh: '同传间请选“同传”。数量按同一时间的总需求核对。',
    en: 'For booths choose “interpretation”. The sum of what is needed at one time is held against the number.',
  },
  what: { zh: '设备', en: 'equipment' },
  count: { zh: '数量', en: 'number' },
  savePlace: { zh: '保存场地', en: 'Save the place' },
  saved: { zh: '已保存，排期立即按新规则核对。', en: 'Saved. The schedule is held to it at once.' },
  readOnly: { zh: '只有组委会办公室可以修改规则。', en: 'Only the office sets the rules.' },
  summary: {
    zh: '{hours}条开放时间，{closures}个停用时段，{stock}种可借设备',
    en: '{hours, plural, one {# line of hours} other {# lines of hours}}, {closures, plural, one {# closure} other {# closures}}, {stock, plural, one {# thing to lend} other {# things to lend}}',
  },
  nothingSet: { zh: '未设置', en: 'nothing set' },
  wrong: { zh: '请检查：{fields}', en: 'Please look at: {fields}' },
});
