import { words } from '#platform/words.ts';

/** What the tools above and below a list say. */
export const listWords = words({
  searchWithin: { zh: '在列表中查找', en: 'Search within this list' },
  find: { zh: '查找', en: 'Find' },
  sortBy: { zh: '排序：', en: 'Sort:' },
  export: { zh: '导出：', en: 'Export:' },
  more: { zh: '更多（{count}）', en: 'More ({count})' },
  shownOfAll: { zh: '共{all, number}条，符合条件的有{total, number}条。', en: '{total, number} of {all, number} match.' },
  nothingMatches: { zh: '没有符合条件的条目。', en: 'Nothing matches.' },
  clear: { zh: '清除条件', en: 'Clear' },
  pages: { zh: '分页', en: 'Pages' },
  pageOf: { zh: '第{page}页，共{pages}页', en: 'Page {page} of {pages}' },
  previousPage: { zh: '上一页', en: 'Previous page' },
  nextPage: { zh: '下一页', en: 'Next page' },
});
