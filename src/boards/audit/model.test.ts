import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { both, onlyIn } from '#registry/text.ts';
import { changesBetween } from './model.ts';

test('only what differs is told, field by field', () => {
  assert.deepEqual(changesBetween({ title: { zh: '甲', en: 'A' }, seats: 10 }, { title: { zh: '乙', en: 'A' }, seats: 10, room: '301' }), [
    { field: 'title.zh', before: '甲', after: '乙' },
    { field: 'room', before: null, after: '301' },
  ]);
  assert.deepEqual(changesBetween(null, { number: 3 }), [{ field: 'number', before: null, after: '3' }]);
  assert.deepEqual(changesBetween({ number: 3 }, null), [{ field: 'number', before: '3', after: null }]);
});

test('a localised text is told by its languages', () => {
  const [before, after] = [onlyIn('zh', '甲'), both('甲', 'A')];
  assert.deepEqual(changesBetween({ title: before }, { title: after }), [{ field: 'title.en', before: null, after: 'A' }]);
  assert.deepEqual(changesBetween(null, { title: before }), [{ field: 'title.zh', before: null, after: '甲' }]);
  assert.deepEqual(changesBetween({ title: after }, { title: { ...after, source: 'en' } }), [
    { field: 'title.source', before: 'zh', after: 'en' },
  ]);
});

test('the same is no change, whatever it is, and a change can be told from both sides', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => changesBetween(value, value).length === 0));
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const forth = changesBetween(a, b).map(({ field }) => field);
      assert.deepEqual(new Set(changesBetween(b, a).map(({ field }) => field)), new Set(forth));
    }),
  );
});
