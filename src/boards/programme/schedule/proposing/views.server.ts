/** What the page of proposed timetables shows: what was asked, how far it is, what came of it beside what there is today. */
import { z } from 'zod';
import type { TimetableSolution } from '#engines/timetable/model.ts';
import { view } from '#platform/view.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { openClashes, type Clash } from '../clashes.ts';
import { CLASH_RULES, type ClashRule, type DeskSchedule } from '../desk-schedule.ts';
import { readDesk } from '../store.server.ts';
import { isMove, placementsOf } from '../timetabling.ts';
import { runOf, runsOf, type Run } from './store.server.ts';

export const proposals = view({
  name: 'schedule.proposals',
  input: z.object({ edition: z.string(), run: z.uuid().optional() }),
  permission: 'read schedule',
  subject: editionSubject,
  async run({ db, input, may }) {
    const subject = (await editionSubject(db, input))!;
    const read = await readDesk(db, subject.edition);
    if (!read) return null;
    const runs = await runsOf(db, subject.edition);
    const shown = input.run ?? runs[0]?.id;
    const run = shown ? await runOf(db, subject.edition, shown) : null;
    const { desk } = read;
    return {
      runs: runs.map(({ id, state, startedAt, startedBy }) => ({ id, state, startedAt, startedBy })),
      run: run && { ...shownRun(run), ...(run.solution && compared(desk, run.solution)) },
      waiting: desk.activities.filter(({ startsAt, state }) => startsAt === null && state === 'planned').length,
      places: desk.places.map(({ id, name }) => ({ id, name })),
      mayPropose: may('edit schedule'),
    };
  },
});

const shownRun = ({ id, state, asked, progress, failure, startedBy, startedAt, endedAt }: Run) => ({
  ...{ id, state, asked, progress, failure, startedBy, startedAt, endedAt },
});

function compared(desk: DeskSchedule, solution: NonNullable<Run['solution']>) {
  const known = new Map(desk.activities.map((activity) => [activity.id, activity]));
  const index = openClashes(desk);
  const today = index.all();
  const moves = placementsOf(solution.placed, desk).filter((placement) => isMove(known.get(placement.activity)!, placement));
  for (const placement of moves) index.place(placement);
  const proposed = index.all();
  const were = new Set(today.map(({ key }) => key));
  const about = (id: string) => {
    const { number, slug, title, board } = known.get(id) ?? { number: 0, slug: '', title: null, board: 'main' as const };
    return { id, number, slug, title, board };
  };
  const come = proposed.filter(({ key }) => !were.has(key));
  const concerned = new Set(come.flatMap(({ activities, people }) => [...activities, ...people]));
  return {
    isFeasible: solution.feasible,
    cost: solution.cost,
    bound: solution.bound,
    terms: solution.terms,
    search: solution.search,
    placed: solution.placed.length,
    taken: solution.taken?.length ?? 0,
    moves: moves.map((placement) => {
      const { room, startsAt, endsAt, board } = known.get(placement.activity)!;
      const after = index.of(placement.activity).length;
      return { ...about(placement.activity), board, from: { room, startsAt, endsAt }, to: placement, clashes: after };
    }),
    unplaced: solution.unplaced.map(({ activity, reasons }) => ({ ...about(activity), reasons: toldOf(reasons, desk) })),
    contradictions: toldOf(solution.contradictions, desk),
    unmet: solution.unmet.map((unmet) => ({
      ...about(unmet.activity),
      of: unmet.wish.split(' ').at(-1) as 'place' | 'day' | 'start',
      why: unmet.why,
      reasons: toldOf(unmet.reasons, desk),
      costsMore: unmet.costsMore,
    })),
    clashes: CLASH_RULES.flatMap((rule) => {
      const counted = { rule, today: count(today, rule), proposed: count(proposed, rule) };
      return counted.today + counted.proposed > 0 ? [counted] : [];
    }),
    come: come.slice(0, 60),
    desk: {
      ...desk,
      activities: index
        .activities()
        .filter(({ id }) => concerned.has(id))
        .map((activity) => ({ ...activity, sessions: [], people: [] })),
      people: desk.people.filter(({ id }) => concerned.has(id)),
      ...{ acceptances: [], absences: [], wishes: [] },
    } satisfies DeskSchedule,
  };
}

const count = (clashes: readonly Clash[], rule: ClashRule): number => clashes.filter((clash) => clash.rule === rule).length;

/** Each reason with the names of what it is about, a few of them. */
function toldOf(reasons: TimetableSolution['contradictions'], desk: DeskSchedule) {
  const names = new Map(
    [
      ...desk.activities.map(({ id, title }) => ({ id, name: title })),
      ...desk.places.map(({ id, name }) => ({ id, name })),
      ...desk.people.map(({ id, name }) => ({ id, name })),
    ].map(({ id, name }) => [id, name]),
  );
  return reasons.slice(0, 5).map(({ rule, ids }) => ({
    rule,
    names: [...new Set(ids)].flatMap((id) => names.get(id) ?? names.get(id.split(' ')[0]!) ?? []).slice(0, 3),
    more: Math.max(0, new Set(ids).size - 3),
  }));
}
