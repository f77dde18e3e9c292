/** Notices that hold, or are to hold, and tell of the days that an edition no longer has: asked before a move, carried out within it. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { type Occasion, onWithin } from '#platform/events.server.ts';
import { type Break, decidedSo, type EditionMove, type EditionMoved, onRehearsal } from '#registry/rehearsals.server.ts';
import { both } from '#registry/text.ts';
import { standing } from './model.ts';
import { tellsOfDays } from './tells-of-days.ts';
import { issuedOf, markWithdrawn, standingOfMove } from './store.server.ts';

const KIND = 'notice';
const MOVED = both('论坛会期已变更。', 'The dates of the edition have changed.');

async function rehearse(db: Kysely<DB>, { edition, last, now }: EditionMove): Promise<Break[]> {
  if (!last) return [];
  const replaced = await standingOfMove(db, edition.id);
  return (await issuedOf(db, edition.id))
    .filter((notice) => ['coming', 'in-force'].includes(standing(notice, now)))
    .flatMap((notice): Break[] => {
      const how = tellsOfDays(notice, last, edition.timeZone);
      if (!how) return [];
      const { id, number, title } = notice;
      const common = { key: `${KIND} ${id}`, kind: 'notices', at: `notices/${id}`, title };
      if (id === replaced)
        return [
          {
            ...common,
            why: both(
              `第${number}号公告宣布了现在的会期；如随改期发布公告，将由新公告取代，否则继续有效。`,
              `Notice ${number} announced the present dates. A notice issued with the move takes its place; without one it stays in force.`,
            ),
            choices: ['accept'],
            mustDecide: false,
          },
        ];
      const text = how === 'text';
      return [
        {
          ...common,
          why: both(
            `第${number}号公告${text ? '写有原来的日期' : '的时间在原来的会期内'}。保持不变则继续有效，可另行发布公告取代；撤回则随改期同时失效。`,
            `Notice ${number} ${text ? 'names the former dates' : 'holds on the former dates'}. Left as it is, it stays in force until another replaces it; withdrawn, it ends with the move.`,
          ),
          alike: both('{count}份公告写有原来的会期或时间在原来的会期内', '{count} notices name the former dates or hold on them'),
          choices: ['withdraw', 'accept'],
          mustDecide: true,
        },
      ];
    });
}

async function carryOn({ decisions, edition }: EditionMoved, { tx, actor, now }: Occasion): Promise<void> {
  const wanted = decidedSo(decisions, KIND, 'withdraw');
  if (wanted.length === 0) return;
  for (const { id, state } of await issuedOf(tx, edition.id))
    if (state === 'issued' && wanted.includes(id)) await markWithdrawn(tx, id, MOVED, actor.name, now);
}

onRehearsal(rehearse);
onWithin<EditionMoved>('edition-moved', carryOn);
