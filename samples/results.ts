/**
 * The 28 results released in 2022. How many, how many of them hard technology, and the four categories are stated; titles and owners are
 * sample data.
 */
import type { Activity, Result, Stage, Uuid } from '../src/boards/programme/content.ts';
import { idOf, type Pair, slugOf, text } from './identity.ts';
import { pair } from './plan.ts';
import { CATEGORIES, type ResultPlan, ROWS } from './results-list.ts';

export const RESULTS: readonly ResultPlan[] = ROWS.map(([title, what, category, field, readiness, stage, owner, since]) => {
  const names = pair(title);
  return { key: slugOf(names[1]), title: names, what: pair(what), category, field, readiness, stage, owner, since };
});

export const resultId = (key: string): Uuid => idOf('result', key);

const STAGES: readonly Stage[] = ['science', 'technology', 'product', 'market'];

const BEFORE: Record<Stage, (result: ResultPlan) => { what: Pair; on: string }> = {
  science: ({ since }) => ({ what: ['首篇论文发表', 'First paper published'], on: `${since}-05-18` }),
  technology: ({ since }) => ({ what: ['完成原理样机', 'First prototype completed'], on: `${Math.min(since + 1, 2021)}-11-09` }),
  product: () => ({ what: ['通过第三方测试', 'Tested by a third party'], on: '2022-04-21' }),
  market: () => ({ what: ['首批用户投入使用', 'In use with the first customers'], on: '2022-08-12' }),
};

const edition = (result: ResultPlan): Pair =>
  result.category === 'hard'
    ? ['在重大科技成果发布会上发布', 'Released at the release of major results']
    : ['在论坛上正式发布', 'Published at the forum'];

/** Each result with the steps of its way so far: up to its stage, then what the forum adds. */
export function results2022(activities: readonly Activity[]): Result[] {
  const where = (key: string, kind: string) =>
    activities.find((activity) => activity.board === kind && activity.sessions.some((session) => session.results.includes(resultId(key))));
  return RESULTS.map((result) => {
    const known = STAGES.slice(0, STAGES.indexOf(result.stage) + 1).map((stage) => ({ stage, ...BEFORE[stage](result) }));
    const report = result.category !== 'hard';
    const steps = report ? [{ stage: result.stage, what: ['完成编制与评审', 'Compiled and reviewed'] as Pair, on: '2022-10-20' }] : known;
    const releasedIn = where(result.key, 'release');
    return {
      id: resultId(result.key),
      slug: result.key,
      title: text(result.title),
      abstract: text([`${result.what[0]}。`, `${result.what[1][0]!.toUpperCase()}${result.what[1].slice(1)}.`]),
      field: result.field,
      readiness: result.readiness,
      stage: result.stage,
      category: text(CATEGORIES[result.category]),
      hardTechnology: !report,
      owners: [idOf('organisation', result.owner)],
      steps: [
        ...steps.map(({ stage, what, on }) => ({ stage, what: text(what), on, activity: null })),
        ...(releasedIn ? [{ stage: result.stage, what: text(edition(result)), on: '2022-11-26', activity: releasedIn.id }] : []),
      ],
      sample: true,
    };
  });
}
