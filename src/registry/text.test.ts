import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameIn } from './text.ts';

test('whoever has two names is called by the one of the page’s language', () => {
  for (const name of ['张三 / Zhang San', 'Zhang San / 张三', '张三／Zhang San']) {
    assert.equal(nameIn(name, 'zh'), '张三');
    assert.equal(nameIn(name, 'en'), 'Zhang San');
  }
});

test('every other name stands as it was given', () => {
  for (const name of ['', '张三', 'Zhang San', 'A / B', '张三 / 李四', '张三 / Zhang San / Sam', 'He/Him', '张三 / ']) {
    assert.equal(nameIn(name, 'zh'), name);
    assert.equal(nameIn(name, 'en'), name);
  }
});
