import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { beginning, paragraphs } from './prose.ts';

test('blank lines make paragraphs; what only looks like a tag stays', () => {
  assert.deepEqual(paragraphs('One\nline\n\nTwo  \r\n\r\n\r\n a < b and c > d'), ['One\nline', 'Two', 'a < b and c > d']);
});

test('the markup of imported texts becomes paragraphs', () => {
  assert.deepEqual(paragraphs('<p>One &amp; <a href="x">two</a></p><ul><li>three</li><li>&#20013;</li></ul>'), [
    'One & two',
    '• three',
    '• 中',
  ]);
});

test('a beginning is short and ends at a word', () => {
  assert.equal(beginning('short'), 'short');
  const long = beginning('word '.repeat(100));
  assert.match(long, /word…$/);
});

test('no text is too odd', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => beginning(text).length <= 160 && paragraphs(text).every((one) => one !== '')),
  );
});
