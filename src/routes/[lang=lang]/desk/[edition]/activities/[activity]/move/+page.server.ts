import { moveActivity } from '#boards/programme/moving/actions.server.ts';
import { fromWall } from '#boards/programme/moving/model.ts';
import { activityToMove } from '#boards/programme/moving/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

const WAYS = ['reschedule', 'postpone', 'cancel', 'reinstate'] as const;

interface Asked {
  do: (typeof WAYS)[number];
  startsAt: string;
  endsAt: string;
  room: string;
}

/** The move as a form says it, times on the wall of the activity's place; `null` where a time is missing. */
function moveAsked({ do: what, startsAt, endsAt, room }: Asked, zone: string) {
  if (what !== 'reschedule') return { do: what };
  const [from, until] = [fromWall(startsAt, zone), fromWall(endsAt, zone)];
  return from && until ? { do: what, startsAt: from, endsAt: until, room: room || null } : null;
}

export const load: PageServerLoad = async (event) => {
  const { edition, activity } = event.params;
  const standing = await shown(event, activityToMove, { edition, activity });
  const query = event.url.searchParams;
  const what = WAYS.find((one) => one === query.get('do'));
  if (!what) return { ...standing, asked: null, wrong: false };
  const text = (name: string) => query.get(name) ?? '';
  const asked: Asked = { do: what, startsAt: text('startsAt'), endsAt: text('endsAt'), room: text('room') };
  const move = moveAsked(asked, standing.zone);
  return { ...(move ? await shown(event, activityToMove, { edition, activity, move }) : standing), asked, wrong: move === null };
};

export const actions: Actions = {
  move: form(moveActivity, {
    input: (_, values) => {
      const { do: what, startsAt, endsAt, zone, room, publish, withNotice, notice, ...rest } = values as Record<string, string>;
      const asked = { do: what as Asked['do'], startsAt: startsAt ?? '', endsAt: endsAt ?? '', room: room ?? '' };
      return { ...rest, move: moveAsked(asked, zone || 'UTC'), publish: publish === 'yes', notice: withNotice ? notice : null };
    },
  }),
};
