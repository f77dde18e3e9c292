/** A change told in one line of plain text, for feeds, mails and the command line. Pages show the same with their own markup. */
import { words } from '#platform/words.ts';
import { type PageLanguage, textIn } from '#registry/text.ts';
import type { Change, FieldChange, Slot } from './difference.ts';
import { activityStateName, boardName } from './names.ts';
import { localDate, localTime } from './time.ts';

/** What the fields of a change are called. */
export const fieldName = words({
  time: { zh: '时间', en: 'time' },
  room: { zh: '地点', en: 'room' },
  title: { zh: '标题', en: 'title' },
  subtitle: { zh: '副标题', en: 'subtitle' },
  abstract: { zh: '摘要', en: 'abstract' },
  description: { zh: '介绍', en: 'description' },
  biography: { zh: '简介', en: 'biography' },
  name: { zh: '名称', en: 'name' },
  about: { zh: '简介', en: 'description' },
  theme: { zh: '主题', en: 'theme' },
  address: { zh: '地址', en: 'address' },
  focus: { zh: '聚焦方向', en: 'focus' },
  topic: { zh: '议题', en: 'topic' },
  category: { zh: '类别', en: 'category' },
  people: { zh: '嘉宾', en: 'people' },
  hosts: { zh: '主办与承办', en: 'hosts' },
  fields: { zh: '技术领域', en: 'fields of technology' },
  field: { zh: '技术领域', en: 'field of technology' },
  results: { zh: '成果', en: 'results' },
  state: { zh: '状态', en: 'state' },
  postponedAlone: { zh: '单独延期', en: 'put off by itself' },
  status: { zh: '状态', en: 'status' },
  board: { zh: '板块', en: 'board' },
  kind: { zh: '类型', en: 'kind' },
  access: { zh: '参加方式', en: 'access' },
  capacity: { zh: '容量', en: 'capacity' },
  languages: { zh: '语言', en: 'languages' },
  interpretation: { zh: '同传', en: 'interpretation' },
  links: { zh: '链接与资料', en: 'links' },
  cancelled: { zh: '取消', en: 'cancelled' },
  streamed: { zh: '直播', en: 'live stream' },
  affiliations: { zh: '任职机构', en: 'affiliations' },
  country: { zh: '国家或地区', en: 'country or region' },
  startsOn: { zh: '开幕日', en: 'first day' },
  endsOn: { zh: '闭幕日', en: 'last day' },
  stage: { zh: '所处阶段', en: 'stage' },
  readiness: { zh: '技术成熟度', en: 'readiness' },
  owners: { zh: '所有者', en: 'owners' },
  steps: { zh: '进程', en: 'steps' },
  sender: { zh: '来自', en: 'sender' },
  office: { zh: '单位或职务', en: 'organisation or office' },
  writtenOn: { zh: '落款日期', en: 'date' },
  body: { zh: '正文', en: 'text' },
  other: { zh: '其他信息', en: 'other details' },
});

/** The name of any field; those that only programs care for are other details. */
export const nameOfField = (language: PageLanguage, field: string): string =>
  fieldName(language)((field in fieldName.messages ? field : 'other') as keyof typeof fieldName.messages);

const say = words({
  added: { zh: '新增：{title}', en: 'New: {title}' },
  gone: { zh: '移除：{title}', en: 'Removed: {title}' },
  changed: { zh: '{title}：{what}', en: '{title}: {what}' },
  inActivity: { zh: '{title}（{activity}）', en: '{title} ({activity})' },
  fromTo: { zh: '{field}由{before}改为{after}', en: '{field} {before} → {after}' },
  set: { zh: '{field}为{after}', en: '{field} {after}' },
  lifted: { zh: '{field}不再是{before}', en: '{field} no longer {before}' },
  rewritten: { zh: '{field}有改动', en: '{field} revised' },
  joined: { zh: '{field}增加{names}', en: '{field} joined by {names}' },
  left: { zh: '{field}减少{names}', en: '{field} without {names}' },
  between: { zh: '；', en: '; ' },
  names: { zh: '、', en: ', ' },
});

/** Longer texts are said to be revised rather than told. */
const SHORT = 80;

/** `zone` (IANA) is the one that times are told in. */
export function describeChange(change: Change, language: PageLanguage, zone = 'Asia/Shanghai'): string {
  const t = say(language);
  const { subject } = change;
  const own = textIn(subject.title, language);
  const title = subject.activity ? t('inActivity', { title: own, activity: textIn(subject.activity.title, language) }) : own;
  if (change.is !== 'changed') return t(change.is, { title });
  return t('changed', { title, what: change.fields.map((field) => describeField(field, language, zone)).join(t('between')) });
}

export function describeField(change: FieldChange, language: PageLanguage, zone: string): string {
  const t = say(language);
  const field = nameOfField(language, change.field);
  if (change.as === 'list') {
    const names = (list: typeof change.joined) => list.map((name) => textIn(name, language)).join(t('names'));
    return [
      change.joined.length > 0 ? t('joined', { field, names: names(change.joined) }) : '',
      change.left.length > 0 ? t('left', { field, names: names(change.left) }) : '',
    ]
      .filter(Boolean)
      .join(t('between'));
  }
  const [before, after] = told(change, language, zone);
  if (before === null && after === null) return t('rewritten', { field });
  if ((before ?? '').length > SHORT || (after ?? '').length > SHORT || before === after) return t('rewritten', { field });
  if (before === null) return t('set', { field, after: after! });
  if (after === null) return t('lifted', { field, before });
  return t('fromTo', { field, before, after });
}

function told(change: Exclude<FieldChange, { as: 'list' }>, language: PageLanguage, zone: string): [string | null, string | null] {
  switch (change.as) {
    case 'slot':
      return slots(change.before, change.after, zone);
    case 'text':
      return [change.before && textIn(change.before, language), change.after && textIn(change.after, language)];
    case 'plain':
      return [plain(change.field, change.before, language), plain(change.field, change.after, language)];
  }
}

/** The date is told only where it differs. */
function slots(before: Slot | null, after: Slot | null, zone: string): [string | null, string | null] {
  const sameDay = before && after && localDate(before.startsAt, zone) === localDate(after.startsAt, zone);
  const one = (slot: Slot | null) =>
    slot && `${sameDay ? '' : `${localDate(slot.startsAt, zone)} `}${localTime(slot.startsAt, zone)}–${localTime(slot.endsAt, zone)}`;
  return [one(before), one(after)];
}

function plain(field: string, value: string | null, language: PageLanguage): string | null {
  if (value === null) return null;
  if (field === 'state') return activityStateName(language)(value as never);
  if (field === 'board') return boardName(language)(value as never);
  // Lists, records and switches mean little as they stand.
  return /^[[{]|^(true|false)$/.test(value) ? null : value;
}
