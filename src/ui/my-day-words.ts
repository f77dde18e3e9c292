import { words } from '#platform/words.ts';

/** Templates with `{…}` are kept as they stand: the page's script fills them. */
export const myDayWords = words({
  myDay: { zh: '我的一天', en: 'My day' },
  intro: {
    zh: '把想去的活动放进来，冲突与路程一目了然。内容只保存在你的设备上，不需要账号。',
    en: 'Collect what you want to see; clashes and walking times show at once. It stays on your device, and needs no account.',
  },
  noScript: {
    zh: '“我的一天”由浏览器保存，需要启用 JavaScript。没有它，也可以订阅任一活动的日历。',
    en: 'Your browser keeps My day, which needs JavaScript. Without it, the calendar of any activity can be subscribed to from its page.',
  },
  empty: { zh: '还没有选活动。在日程里点“加入”即可。', en: 'Nothing chosen yet. Press “Add” beside any activity of the programme.' },
  toProgramme: { zh: '看日程', en: 'See the programme' },
  add: { zh: '加入', en: 'Add' },
  added: { zh: '我的', en: 'My day' },
  remove: { zh: '移除', en: 'Remove' },
  live: { zh: '直播', en: 'Live' },
  here: { zh: '现在', en: 'Now' },
  today: { zh: '今天', en: 'today' },
  count: { zh: '已选 %n 场', en: '%n chosen' },
  clash: { zh: '与 %time「%title」时间冲突', en: 'Clashes with %time “%title”' },
  walk: {
    zh: '到「%title」路上约需 %need 分钟，只有 %have 分钟',
    en: 'About %need min on the way to “%title”, with only %have min between',
  },
  gone: { zh: '%n 场已不在日程中。', en: '%n no longer in the programme.' },
  share: { zh: '复制链接', en: 'Copy a link' },
  shared: { zh: '链接已复制', en: 'Link copied' },
  shareField: { zh: '可发送的链接', en: 'Link to send' },
  calendar: { zh: '订阅日历', en: 'Subscribe as a calendar' },
  print: { zh: '打印', en: 'Print' },
  clear: { zh: '清空', en: 'Empty the list' },
  clearSure: { zh: '确定清空？再按一次', en: 'Sure? Press again' },
  fromLink: {
    zh: '这是别人分享的一天，共 %n 场。',
    en: 'This day was sent to you by link: %n chosen.',
  },
  keep: { zh: '加入我的一天', en: 'Keep these in my day' },
  mine: { zh: '看我自己的', en: 'See my own' },
  noTime: { zh: '时间待定', en: 'Time to be announced' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  postponed: { zh: '已延期', en: 'Postponed' },
  yourZone: { zh: '你在 %offset', en: 'you are at %offset' },
  sinceSeen: { zh: '你上次看的是第%number版，看看有何不同', en: 'you last saw version %number: see what changed' },
  failed: {
    zh: '日程暂时读不到。你的选择仍保存在本机，请稍后再试。',
    en: 'The programme could not be read just now. Your choice is kept on this device; please try again.',
  },
});
