import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeProgress } from './progress.ts';

function capture(isTTY: boolean) {
  let text = '';
  const output = { isTTY, write: (more: string) => Boolean((text += more)) };
  return { progress: makeProgress(output as never), text: () => text };
}

test('in a file, every step is a line and counts are left out', () => {
  const { progress, text } = capture(false);
  progress.step('Reading');
  progress.count(1, 2, 'rows');
  progress.step('Writing');
  progress.clear();
  assert.equal(text(), 'Reading …\nWriting …\n');
});

test('on a terminal, one line is drawn again and again, and taken away', () => {
  const { progress, text } = capture(true);
  progress.step('Reading');
  progress.count(2, 2, 'rows');
  progress.clear();
  assert.equal(text(), '\r\x1b[KReading …\r\x1b[KReading … 2 of 2 rows\r\x1b[K');
});
