import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { smallEdition } from '../pages/small-edition.ts';
import { scheduleJson } from './schedule-json.ts';
import { scheduleXml } from './schedule-xml.ts';
import { schedule2 } from './schedule2.ts';
import { jsonErrors, sourceOf, xmlErrors } from './testing.ts';

/** No error; skipped where the published definitions are not beside the project. */
function none(t: TestContext, errors: readonly string[] | null): void {
  if (errors === null) return t.skip('../shared/data/formats is not here');
  assert.deepEqual(errors.slice(0, 5), []);
}

for (const language of ['zh', 'en']) {
  test(`schedule.xml in ${language} is valid against the XSD`, async (t) =>
    none(t, await xmlErrors(scheduleXml(sourceOf(smallEdition(), language)))));
  test(`schedule.json in ${language} is valid`, (t) =>
    none(t, jsonErrors(scheduleJson(sourceOf(smallEdition(), language)), 'schema.json')));
  test(`schedule2 in ${language} is valid`, (t) => none(t, jsonErrors(schedule2(sourceOf(smallEdition(), language)), 'schema2.json')));
}

test('an edition without any time is a valid schedule of one empty day', async (t) => {
  const content = smallEdition({ activities: [] });
  none(t, await xmlErrors(scheduleXml(sourceOf(content))));
  none(t, jsonErrors(scheduleJson(sourceOf(content)), 'schema.json'));
  none(t, jsonErrors(schedule2(sourceOf(content)), 'schema2.json'));
});

test('an activity whose name has one letter is valid too', async (t) => {
  const content = smallEdition();
  const activities = content.activities.map((activity, at) => (at === 0 ? { ...activity, slug: '1' } : activity));
  none(t, await xmlErrors(scheduleXml(sourceOf({ ...content, activities }))));
});
