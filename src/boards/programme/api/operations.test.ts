import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { houseInMemory } from '../house-in-memory.ts';
import { smallEdition } from '../pages/small-edition.ts';
import { openApi } from './openapi.ts';
import { operationAt, OPERATIONS } from './operations.ts';

const before = smallEdition();
const after = smallEdition();
after.activities[1]!.room = after.places[2]!.id;
after.activities[2]!.state = 'cancelled';
after.activities.pop();
const house = houseInMemory([
  { content: before, publishedAt: '2022-10-01T00:00:00Z' },
  { content: after, publishedAt: '2022-10-02T00:00:00Z' },
]);

const example: Record<string, string> = { edition: '2022', activity: 'bci-forum', version: '2' };
const filled = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => example[name]!);

for (const operation of OPERATIONS) {
  test(`${operation.path} answers in its shape`, async () => {
    const found = operationAt(filled(operation.path));
    assert.equal(found?.operation, operation);
    const answer = await operation.run(house, found.parameters, new URLSearchParams('q=x'));
    assert.ok(answer, 'something is published there');
    const parsed = operation.answer.parse(JSON.parse(JSON.stringify(answer.body)));
    assert.deepEqual(parsed, JSON.parse(JSON.stringify(answer.body)), 'nothing is said beyond the shape');
  });

  test(`${operation.path} is described so that its answer validates`, async () => {
    const description = openApi('https://forum.example.org');
    const ajv = new Ajv2020({ strict: false });
    const at = (
      description['paths'] as Record<string, { get: { responses: { 200: { content: { 'application/json': { schema: object } } } } } }>
    )[operation.path]!.get.responses[200].content['application/json'].schema;
    const validate = ajv.compile({ ...at, components: description['components'] });
    const answer = await operation.run(house, operationAt(filled(operation.path))!.parameters, new URLSearchParams('q=x'));
    assert.ok(validate(JSON.parse(JSON.stringify(answer!.body))), JSON.stringify(validate.errors));
  });
}

test('what is not there is not answered', async () => {
  for (const path of ['editions/1999', 'editions/2022/activities/none', 'editions/2022/versions/9/changes']) {
    const { operation, parameters } = operationAt(path)!;
    assert.equal(await operation.run(house, parameters, new URLSearchParams()), null);
  }
  assert.equal(operationAt('nothing/here'), null);
});

test('a list is paged and filtered by the selection', async () => {
  const { operation, parameters } = operationAt('editions/2022/sessions')!;
  const answer = await operation.run(house, parameters, new URLSearchParams('size=1&page=2'));
  const body = answer!.body as { total: number; page: number; pages: number; items: { slug: string }[] };
  assert.deepEqual([body.total, body.page, body.pages, body.items.map(({ slug }) => slug)], [2, 2, 2, ['electrodes']]);
  const none = await operation.run(house, parameters, new URLSearchParams('board=contest'));
  assert.equal((none!.body as { total: number }).total, 0);
});

test('an earlier version is read by its number', async () => {
  const { operation, parameters } = operationAt('editions/2022/activities')!;
  const total = async (query: string) =>
    ((await operation.run(house, parameters, new URLSearchParams(query)))!.body as { total: number }).total;
  assert.equal(await total('version=1'), before.activities.length);
  assert.equal(await total(''), before.activities.length - 1);
});
