import { words } from '#platform/words.ts';

export const seriesFrontWords = words({
  since: { zh: '创办于 {year} 年', en: 'since {year}' },
  toEdition: { zh: '进入这一届', en: 'Go to this edition' },
  years: { zh: '历届', en: 'The years' },
  archive: { zh: '历届档案与日程版本', en: 'The archive, with programmes and their versions' },
});
