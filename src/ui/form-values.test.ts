import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formValues } from './form-values.ts';

const form = (...fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return formValues(data);
};

test('names with dots are nested, numbers make lists, brackets collect', () => {
  assert.deepEqual(
    form(['title.zh', '题'], ['title.en', 'Title'], ['rows.1.a', 'second'], ['rows.0.a', 'first'], ['of[]', 'x'], ['of[]', 'y']),
    {
      title: { zh: '题', en: 'Title' },
      rows: [{ a: 'first' }, { a: 'second' }],
      of: ['x', 'y'],
    },
  );
});

test('a form cannot reach what every object has', () => {
  assert.deepEqual(form(['__proto__.polluted', 'yes'], ['constructor.prototype.polluted', 'yes'], ['a', 'b']), { a: 'b' });
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
});
