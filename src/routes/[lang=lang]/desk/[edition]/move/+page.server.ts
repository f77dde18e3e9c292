import { moveEdition } from '#boards/programme/moving/actions.server.ts';
import { decisionsIn } from '#boards/programme/moving/decided-form.ts';
import { plusDays, daysBetween } from '#boards/programme/moving/model.ts';
import { editionDates, editionMovePreview } from '#boards/programme/moving/views.server.ts';
import { callOf, form, shown, turnedAway } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

interface Asked {
  startsOn: string;
  endsOn: string;
  unknown: boolean;
}

/** The new days as the form says them; an empty last day keeps the length. */
function daysAsked({ startsOn, endsOn, unknown }: Asked, now: { startsOn: string | null; endsOn: string | null }) {
  if (unknown) return null;
  const length = now.startsOn && now.endsOn ? daysBetween(now.startsOn, now.endsOn) : 0;
  return { startsOn, endsOn: endsOn || (/^\d{4}-\d\d-\d\d$/.test(startsOn) ? plusDays(startsOn, length) : startsOn) };
}

export const load: PageServerLoad = async (event) => {
  const { edition } = event.params;
  const dates = await shown(event, editionDates, { edition });
  const query = event.url.searchParams;
  const asked: Asked = {
    startsOn: query.get('startsOn') ?? '',
    endsOn: query.get('endsOn') ?? '',
    unknown: query.get('to') === 'unknown',
  };
  if (!asked.unknown && !asked.startsOn) return { dates, asked, planned: null, preview: null, wrong: null };
  const known = lastKnown(dates);
  const planned = known.startsOn && known.endsOn ? { startsOn: known.startsOn, endsOn: known.endsOn } : null;
  const to = daysAsked(asked, known);
  const outcome = await editionMovePreview(callOf(event), { edition, to });
  if (outcome.ok) return { dates, asked, planned, preview: outcome.value, wrong: null };
  if (outcome.problem.is === 'bad-input')
    return { dates, asked, planned, preview: null, wrong: outcome.problem.errors[0]?.message ?? 'badDays' };
  return turnedAway(event, outcome.problem);
};

type Dates = {
  startsOn: string | null;
  endsOn: string | null;
  dateChanges: { from: { startsOn: string | null; endsOn: string | null } }[];
};

function lastKnown({ startsOn, endsOn, dateChanges }: Dates): { startsOn: string | null; endsOn: string | null } {
  if (startsOn) return { startsOn, endsOn };
  return dateChanges.toReversed().find(({ from }) => from.startsOn)?.from ?? { startsOn: null, endsOn: null };
}

export const actions: Actions = {
  move: form(moveEdition, {
    input: ({ params }, values) => {
      const { to, notice, withNotice, ...rest } = values as Record<string, unknown> & { to?: { startsOn?: string } };
      return { ...rest, ...params, decisions: decisionsIn(values), to: to?.startsOn ? to : null, notice: withNotice ? notice : null };
    },
  }),
};
