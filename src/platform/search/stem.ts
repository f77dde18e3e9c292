/** English words without their endings, the same for British and American spelling. Words of other languages come back hardly changed. */
import { stemmer } from 'stemmer';

export const stem = (word: string): string => (/^[a-z]{3,}$/.test(word) ? stemmer(american(word)) : word);

function american(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/is(e|ed|er|ers|es|ing|ation|ations)$/, 'iz$1')
    .replace(/yse(d|s)?$/, 'yze$1')
    .replace(/tre(s)?$/, 'ter$1')
    .replace(/our(s|ed|ing|ite|al)?$/, 'or$1')
    .replace(/ogue(s)?$/, 'og$1')
    .replace(/amme(s)?$/, 'am$1');
}

/** Words that say nothing of what is looked for; left out of a query that has others. */
const EMPTY = new Set(
  (
    'a an the of and or in on for to with at by from is are be as it its this that what which who where when how 的 了 和 与 及 或 在 是 等 对 为 之 吗 呢 ' +
    '有 有哪些 哪些 什么 怎么 如何 请问 关于'
  ).split(' '),
);
export const saysNothing = (word: string): boolean => EMPTY.has(word);
