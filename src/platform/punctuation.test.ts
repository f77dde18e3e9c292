import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { halfWidthIn } from './punctuation.ts';

const marks = (text: string) => halfWidthIn(text).map(({ at }) => text[at]);

test('half-width marks beside Chinese characters are found', () => {
  assert.deepEqual(marks('论坛开幕,欢迎参加.'), [',', '.']);
  assert.deepEqual(marks('时间:09:00(北京时间)'), [':', '(', ')']);
  assert.deepEqual(marks('你好!真的?是的;好'), ['!', '?', ';']);
  assert.deepEqual(marks('(见附件)'), ['(', ')']);
  assert.deepEqual(marks('“开放”,共享'), [',']);
});

test('what belongs to numbers, times, names and code is left alone', () => {
  for (const text of [
    '增长1.5倍，共1,000场',
    '09:00开始，10:30结束',
    '见https://example.org/a,b;c?d=(e)中的说明',
    '写信至office@example.org。',
    '运行`npm start, 然后,等待`即可',
    '打开示例.com或报告.pdf',
    'Open Cooperation, Shared Future (2022).',
    '大会堂A，会议厅B；“开放合作·共享未来”（2022）',
  ]) {
    assert.deepEqual(halfWidthIn(text), [], text);
  }
});

const han = fc.stringMatching(/^[一-鿿]{1,12}$/u);
const mark = fc.constantFrom(',', ';', ':', '!', '?', '(', ')', '.');

test('a mark between Chinese characters is always found, where it is', () => {
  fc.assert(
    fc.property(han, mark, han, (before, found, after) => {
      const text = `${before}${found}${after}`;
      assert.deepEqual(
        halfWidthIn(text).map(({ at }) => at),
        [before.length],
      );
    }),
  );
});

test('full-width text and Latin text never are', () => {
  const full = fc.constantFrom('，', '；', '：', '！', '？', '（', '）', '。', '、', '《', '》', '1.5', '09:00', ' A, B ', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(han, full)), (parts) => {
      assert.deepEqual(halfWidthIn(parts.flat().join('')), []);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      assert.deepEqual(halfWidthIn(text), []);
    }),
  );
});
