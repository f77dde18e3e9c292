import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { revised, translationState } from './revise.ts';
import { both } from './text.ts';

test('rewriting the source makes the translation outdated; writing the translation makes it good again', () => {
  const first = both('开放合作', 'Open cooperation');
  const second = revised(first, { zh: '开放创新' });
  assert.deepEqual(second, { source: 'zh', texts: { zh: '开放创新', en: 'Open cooperation' }, outdated: ['en'] });
  assert.equal(translationState(second, 'en'), 'outdated');
  assert.deepEqual(revised(second, { en: 'Open innovation' }), both('开放创新', 'Open innovation'));
  assert.deepEqual(revised(second, {}, ['en']), both('开放创新', 'Open cooperation'), 'somebody looked and found it still right');
});

test('rewriting both at once outdates nothing, and saving unchanged changes nothing', () => {
  const text = { ...both('开放合作', 'Open cooperation'), machine: ['en'] };
  assert.deepEqual(revised(text, text.texts), text);
  assert.deepEqual(revised(text, { zh: '开放创新', en: 'Open innovation' }), both('开放创新', 'Open innovation'));
});

test('a text that loses its source goes on in the language that is left, and no text at all is none', () => {
  assert.deepEqual(revised(both('开放', 'Open'), { zh: ' ' }), { source: 'en', texts: { en: 'Open' } });
  assert.equal(revised(both('开放', 'Open'), { zh: '', en: '' }), null);
});

test('whatever is written, the source is there and only translations that are there are marked', () => {
  const texts = fc.dictionary(fc.constantFrom('zh', 'en', 'fr'), fc.constantFrom('', 'a', 'b', 'c'));
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), (writings) => {
      const end = writings.reduce<ReturnType<typeof revised>>((before, writing) => revised(before, writing), null);
      if (!end) return;
      assert.ok(end.texts[end.source]);
      for (const language of [...(end.outdated ?? []), ...(end.machine ?? [])]) {
        assert.ok(language in end.texts && language !== end.source);
      }
    }),
  );
});
