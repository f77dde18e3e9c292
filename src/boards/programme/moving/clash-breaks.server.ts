/** Clashes that a move would bring: of the schedule as it would be, those that it has not now, or that were accepted as they stand now alone. */
import { createHash, randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { daysLater } from '#registry/days.ts';
import { both } from '#registry/text.ts';
import type { Break, Choice, Decision } from '#registry/rehearsals.server.ts';
import type { EditionContent, Instant, Uuid } from '../content.ts';
import type { Clash } from '../schedule/clash.ts';
import { blocksPublishing, openClashes } from '../schedule/clashes.ts';
import type { DeskSchedule } from '../schedule/desk-schedule.ts';
import { readDesk, withdrawAcceptance, writeAcceptance } from '../schedule/store.server.ts';
import { tellerOf } from '../schedule/words.ts';
import { clashesAlike } from './alike-words.ts';
import { carriedTo } from './carried.ts';

/** A clash's own key is as long as the list of all that clash, and may hold any name of equipment: too much for the name of a field. */
const keyOf = ({ activities, rule, key }: Clash): string =>
  `clash ${activities[0]} ${rule} ${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`;

/**
 * `before` and `after` are the schedules that are compared; neither need be written. `choices`: what can be done about a clash; `shift`: days
 * that the whole edition moves by.
 */
export async function clashBreaks(
  db: Kysely<DB>,
  {
    before,
    after,
    shift,
    choices,
  }: { before: EditionContent; after: EditionContent; shift: number | null; choices: [Choice, ...Choice[]] },
): Promise<{ clash: Clash; is: Break }[]> {
  const read = await readDesk(db, after.edition.id);
  if (!read) return [];
  const moved = moveDesk(read.desk, after, shift ?? 0);
  const known = new Map(
    openClashes(moveDesk(read.desk, before, 0))
      .all()
      .map((clash) => [clash.key, clash]),
  );
  const index = openClashes(moved);
  const tell = { zh: tellerOf(moved, 'zh'), en: tellerOf(moved, 'en') };
  const titles = new Map(after.activities.map(({ id, title }) => [id, title]));
  const settled = (clash: Clash): boolean => {
    if (clash.accepted || (shift !== null && carriedTo(clash, moved.acceptances, shift, index))) return true;
    const now = known.get(clash.key);
    return now !== undefined && !now.accepted;
  };
  return index
    .all()
    .filter((clash) => !settled(clash))
    .map((clash) => ({
      clash,
      is: {
        key: keyOf(clash),
        kind: 'clashes',
        title: titles.get(clash.activities[0]!) ?? both('日程', 'The schedule'),
        why: both(tell.zh.clash(clash), tell.en.clash(clash)),
        alike: clashesAlike(clash),
        ...(clash.activities[0] ? { at: `schedule/${clash.activities[0]}` } : {}),
        choices,
        mustDecide: blocksPublishing(clash),
      },
    }));
}

/**
 * The acceptances after a move, whose times are written. What was left as it is with a reason counts as accepted at the desk too. Where the
 * whole edition moved by `shift` days, a clash that came along and is otherwise what it was stays accepted, with the reason, by whom and when
 * it was; comes to these.
 */
export async function settleAcceptances(
  tx: Transaction<DB>,
  edition: Uuid,
  { shift, decisions }: { shift: number | null; decisions: Readonly<Record<string, Decision>> },
  { by, at }: { by: string; at: Instant },
): Promise<{ rule: string; activities: Uuid[]; reason: string }[]> {
  if (shift === null && !Object.values(decisions).some(isReasoned)) return [];
  const read = await readDesk(tx, edition);
  if (!read) return [];
  const index = openClashes(read.desk);
  const carried = [];
  for (const clash of index.all()) {
    const { key, fingerprint, rule, activities } = clash;
    const kept = shift === null ? null : carriedTo(clash, read.desk.acceptances, shift, index);
    const decision = decisions[keyOf(clash)];
    if (kept) {
      await withdrawAcceptance(tx, edition, key, by, at);
      await writeAcceptance(tx, edition, { ...kept, ...{ id: randomUUID(), key, fingerprint, rule, activities } });
      carried.push({ rule, activities, reason: kept.reason });
    } else if (decision && isReasoned(decision) && rule !== 'room' && !clash.accepted) {
      await writeAcceptance(tx, edition, { ...{ id: randomUUID(), key, fingerprint, rule, activities }, reason: decision.reason, by, at });
    }
  }
  return carried;
}

const isReasoned = ({ choose, reason }: Decision): boolean => choose === 'accept' && reason !== '';

/** The desk with the hours, rooms and states of the content, and the days that hosts wish for as many days later. */
function moveDesk(desk: DeskSchedule, { edition, activities }: EditionContent, shift: number): DeskSchedule {
  const by = new Map(activities.map((activity) => [activity.id, activity]));
  const comesAlong = (id: Uuid) => by.get(id)?.kind !== 'year-round';
  return {
    ...desk,
    wishes: desk.wishes.map((wish) =>
      comesAlong(wish.activity) ? { ...wish, days: wish.days.map((day) => daysLater(day, shift)) } : wish,
    ),
    edition: { ...desk.edition, startsOn: edition.startsOn, endsOn: edition.endsOn },
    activities: desk.activities.map((old) => {
      const now = by.get(old.id);
      if (!now) return old;
      const sessions = new Map(now.sessions.map((session) => [session.id, session]));
      return {
        ...old,
        state: now.state,
        room: now.room,
        startsAt: now.startsAt,
        endsAt: now.endsAt,
        sessions: old.sessions.map((session) => ({ ...session, ...times(sessions.get(session.id)) })),
      };
    }),
  };
}

const times = (session: { startsAt: string; endsAt: string } | undefined) =>
  session ? { startsAt: session.startsAt, endsAt: session.endsAt } : {};
