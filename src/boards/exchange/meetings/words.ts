import { words } from '#platform/words.ts';

/** What a plan of meetings is judged by, as the office sees and weighs it. `each` is what one of it weighs. */
export const termName = words({
  weight: { zh: '已安排意向的权重', en: 'weight of the wishes met' },
  shortfall: { zh: '低于公平份额的部分', en: 'below the fair share' },
  idle: { zh: '两场洽谈之间的空等时段', en: 'slots of waiting between two meetings' },
  tableChange: { zh: '换桌次数', en: 'changes of table' },
});

/** What each weight does, beside the field in which the office sets it. */
export const termEffect = words({
  weight: { zh: '意向越强、双方互选，权重越高；优先安排。', en: 'Stronger and mutual wishes weigh more and are met first.' },
  shortfall: {
    zh: '调高后，得到洽谈很少的机构优先，即使总权重略减。',
    en: 'Higher: organisations that get little come first, even where less is met in all.',
  },
  idle: { zh: '调高后，每人的洽谈更连贯，少空等。', en: 'Higher: everybody’s meetings follow each other more closely.' },
  tableChange: { zh: '调高后，每人少换桌。', en: 'Higher: everybody keeps to the same table more often.' },
});

export const obstacleWords = words({
  'not allowed': { zh: '该意向不能安排在此时段', en: 'the wish may not take this slot' },
  away: { zh: '{who}不在场', en: '{who} is away' },
  'in a session': { zh: '{who}在参加论坛环节', en: '{who} is in a session of the programme' },
  'limit reached': { zh: '{who}的洽谈总数已满', en: '{who} has as many meetings as allowed in all' },
  'day full': { zh: '{who}当天的洽谈已满', en: '{who} has as many meetings as allowed that day' },
  'no pause': { zh: '{who}连续洽谈过多，需要休息', en: '{who} would have no pause' },
  'in a meeting': { zh: '{who}在参加意向 {wish} 的洽谈', en: '{who} is in the meeting of wish {wish}' },
  'too far to walk': { zh: '前后安排相距太远，来不及步行', en: 'it is too far to walk from and to what comes before and after' },
  'no free table': { zh: '没有空桌', en: 'no table is free' },
  'out of order': { zh: '与先后次序不符', en: 'it would come before or after a meeting it must not' },
  nothing: { zh: '可以立即预约', en: 'nothing: it could be booked at once' },
});

export const planWords = words({
  delegate: { zh: '{number} 号代表', en: 'delegate {number}' },
  slot: { zh: '时段 {number}', en: 'slot {number}' },
  table: { zh: '{number} 号桌', en: 'table {number}' },
  online: { zh: '线上', en: 'online' },
  unmet: {
    zh: '未安排的意向 {wish}（机构 {a} 与机构 {b}，权重 {weight}）',
    en: 'unmet wish {wish} (organisations {a} and {b}, weight {weight})',
  },
  free: { zh: '可以立即安排在{slot}', en: 'could be booked at once in {slot}' },
  never: {
    zh: '双方代表因缺席、论坛环节或限定时段，没有共同时段',
    en: 'absence, sessions or the slots it may take leave the two sides no slot in common',
  },
  admit: {
    zh: '若安排在{slot}：移动 {moved} 场，取消 {lost} 场，权重{gain}',
    en: 'in {slot}: {moved, plural, one {# meeting moves} other {# meetings move}}, {lost, plural, one {# is given up} other {# are given up}}, weight {gain}',
  },
  moves: { zh: '意向 {wish} 改到{slot}', en: 'wish {wish} moves to {slot}' },
  loses: { zh: '意向 {wish} 不再安排', en: 'wish {wish} is given up' },
  value: { zh: '综合得分', en: 'value' },
  bound: { zh: '任何方案的权重不超过 {bound}', en: 'no plan has more weight than {bound}' },
  boundless: {
    zh: '规定时间内未能算出权重上限',
    en: 'no bound of the weight was found in the time given, or the instance is too large for this one',
  },
  tables: {
    zh: '增加 {extra} 张桌子：权重增加 {weight}，得分增加 {value}；权重上限 {bound}',
    en: '{extra, plural, one {# more table brings} other {# more tables bring}} weight {weight} and value {value}; no plan with them has more weight than {bound}',
  },
  kept: { zh: '不变', en: 'kept' },
  otherTable: { zh: '换桌', en: 'at another table' },
  moved: { zh: '改时间或换代表', en: 'moved' },
  dropped: { zh: '取消', en: 'dropped' },
  added: { zh: '新增', en: 'added' },
  forced: { zh: '因代表缺席或被谢绝而取消', en: 'lost, a delegate does not come or it was refused' },
});
