/** Meetings of committees that would fall oddly on the other side of the edition's days: asked before a move, carried out within it. */
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { onWithin } from '#platform/events.server.ts';
import { dayAt, dayInWords, daysLater } from '#registry/days.ts';
import { type Break, decidedSo, type EditionMove, type EditionMoved, onRehearsal } from '#registry/rehearsals.server.ts';
import { both } from '#registry/text.ts';
import { against, type Meeting } from './model.ts';
import { committeesOf } from './store.server.ts';

const KIND = 'meeting';

async function toCome(db: Kysely<DB>, { edition, now }: EditionMove): Promise<Meeting[]> {
  const today = dayAt(now, edition.timeZone);
  return (await committeesOf(db, edition.id))
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ meetings }) => meetings)
    .filter(({ state, on, withdrawn }) => state === 'planned' && !withdrawn && on >= today);
}

const SIDE = {
  before: { zh: '会前', en: 'before the edition' },
  during: { zh: '会期中', en: 'on its days' },
  after: { zh: '会后', en: 'after it' },
} as const;

const ALIKE = {
  known: both('{count}次会议与会期的先后改变', '{count} meetings would be on another side of the edition’s days'),
  unknown: both('{count}次会议的日期随会期待定', '{count} meetings were set by days that are no longer known'),
};

async function rehearse(db: Kysely<DB>, move: EditionMove): Promise<Break[]> {
  const { last, to, shift } = move;
  if (!last) return [];
  return (await toCome(db, move)).flatMap(({ id, title, on }): Break[] => {
    const was = against(on, last);
    const common = { key: `${KIND} ${id}`, kind: 'committees', at: `committees#m-${id}`, title, mustDecide: false };
    const [zh, en] = [dayInWords('zh', on), dayInWords('en', on)];
    if (!to || shift === null)
      // What comes before the edition can be held whenever that is.
      return was === 'before'
        ? []
        : [
            {
              ...common,
              why: both(
                `定于${zh}（${SIDE[was].zh}）召开，暂保持原日；会期待定，请另行安排。`,
                `It is to meet on ${en}, ${SIDE[was].en}. It keeps its day for now; settle it at the committees' page.`,
              ),
              alike: ALIKE.unknown,
              choices: ['accept'],
            },
          ];
    const is = against(on, to);
    if (is === was) return [];
    const moved = daysLater(on, shift);
    return [
      {
        ...common,
        why: both(
          `定于${zh}召开，原在${SIDE[was].zh}，改期后变为${SIDE[is].zh}；随论坛改期则为${dayInWords('zh', moved)}。`,
          `It is to meet on ${en}, which was ${SIDE[was].en} and would be ${SIDE[is].en}; moved along, on ${dayInWords('en', moved)}.`,
        ),
        alike: ALIKE.known,
        choices: moved < dayAt(move.now, move.edition.timeZone) ? ['accept'] : ['shift', 'accept'],
      },
    ];
  });
}

async function carryOn(db: Kysely<DB>, { edition, shift, decisions }: EditionMoved): Promise<void> {
  if (!shift) return;
  const ids = decidedSo(decisions, KIND, 'shift');
  await sql`update committee_meeting g set meets_on = meets_on + ${shift}::int, version = g.version + 1
    from committee c where c.id = g.committee_id and c.edition_id = ${edition.id} and g.state = 'planned' and g.withdrawn_on is null
      and g.id::text = any(${ids})`.execute(db);
}

onRehearsal(rehearse);
onWithin<EditionMoved>('edition-moved', (event, { tx }) => carryOn(tx, event));
