import { moveActivity } from '#boards/programme/moving/actions.server.ts';
import { fromWall } from '#boards/programme/moving/model.ts';
import { activityToMove } from '#boards/programme/moving/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => shown(event, activityToMove);

export const actions: Actions = {
  move: form(moveActivity, {
    input: (_, values) => {
      const { do: what, startsAt, endsAt, zone, room, publish, withNotice, notice, ...rest } = values as Record<string, string>;
      const wall = (text: string | undefined) => fromWall(text ?? '', zone || 'UTC') ?? '';
      return {
        ...rest,
        move: { do: what, ...(what === 'reschedule' ? { startsAt: wall(startsAt), endsAt: wall(endsAt), room: room || null } : {}) },
        publish: publish === 'yes',
        notice: withNotice ? notice : null,
      };
    },
  }),
};
