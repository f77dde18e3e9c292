/** Speakers and guests who said that they would come: how many a move concerns, and asking them again. Of an edition, or of one activity in it. */
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Break, Decision } from '#registry/rehearsals.server.ts';
import { both, type Localised } from '#registry/text.ts';
import type { Uuid } from '../content.ts';

export interface Whose {
  edition: Uuid;
  activity?: Uuid;
}

/** Rows of activities `a` that have not been held or called off. */
const toCome = ({ edition, activity }: Whose) =>
  sql`a.edition_id = ${edition} and a.state not in ('held', 'cancelled') ${activity ? sql`and a.id = ${activity}` : sql``}`;

export async function confirmedBreaks(db: Kysely<DB>, whose: Whose): Promise<Break[]> {
  const { rows } = await sql<{ speakers: number; guests: number }>`select
    (select count(*)::int from appearance p join activity a on a.id = p.activity_id where p.state = 'confirmed' and ${toCome(whose)}) as speakers,
    (select count(*)::int from guest g join activity a on a.id = g.activity_id where g.state = 'accepted' and ${toCome(whose)}) as guests`.execute(
    db,
  );
  const { speakers, guests } = rows[0]!;
  const of = (key: string, count: number, title: Localised, why: Localised): Break[] =>
    count > 0 ? [{ key, kind: 'people', title, why, choices: ['ask-again', 'accept'], mustDecide: false }] : [];
  return [
    ...of(
      'speakers confirmed',
      speakers,
      both('已确认出席的嘉宾', 'Speakers who have confirmed'),
      both(`${speakers}位嘉宾按现定日期确认了出席。`, `${speakers} confirmed for the present dates.`),
    ),
    ...of(
      'guests accepted',
      guests,
      both('已接受邀请的来宾', 'Guests who have accepted'),
      both(`${guests}位来宾按现定日期接受了邀请。`, `${guests} accepted for the present dates.`),
    ),
  ];
}

/** Whoever the decisions do not leave as they are is asked once more. */
export async function askAgain(db: Kysely<DB>, whose: Whose, decisions: Readonly<Record<string, Decision>>): Promise<void> {
  if (decisions['speakers confirmed']?.choose !== 'accept')
    await sql`update appearance p set state = case when p.email is not null and p.invited_at is not null then 'invited' else 'added' end,
        answered_at = null, version = p.version + 1
      from activity a where a.id = p.activity_id and p.state = 'confirmed' and ${toCome(whose)}`.execute(db);
  if (decisions['guests accepted']?.choose !== 'accept')
    await sql`update guest g set state = 'invited', version = g.version + 1
      from activity a where a.id = g.activity_id and g.state = 'accepted' and ${toCome(whose)}`.execute(db);
}
