/** What a move of an edition would come to, without anything being changed: the plan, all that would break, and who would be told. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { both, textIn } from '#registry/text.ts';
import { dayInWords } from '#registry/days.ts';
import { decisionsOn } from '#registry/breaks.ts';
import { type Break, breaksOf, type Days, type Decision, type EditionMove } from '#registry/rehearsals.server.ts';
import type { EditionContent, Uuid } from '../content.ts';
import { indexOf } from '../index-of.ts';
import { slotLine } from '../pages/told.ts';
import { localDate } from '../time.ts';
import { alikeOf } from './alike-words.ts';
import { clashBreaks } from './clash-breaks.server.ts';
import { afterPlan, type EditionPlan, onDay, type Becomes, planEdition } from './model.ts';
import { roomsTaken } from './store.server.ts';

export interface Rehearsal {
  plan: EditionPlan;
  move: EditionMove;
  breaks: Break[];
  /** The decisions on these breaks; others are of what is settled, and do nothing. */
  decisions: Record<string, Decision>;
  /** The content as it would be with these decisions. */
  after: EditionContent;
  /** Activities whose public time or state is another afterwards. */
  changed: Set<Uuid>;
}

type Decisions = Readonly<Record<string, Decision>>;

/** What the decisions make of single activities. */
function decided(content: EditionContent, plan: EditionPlan, decisions: Decisions): Map<Uuid, Partial<Becomes>> {
  const activities = new Map(content.activities.map((activity) => [activity.id, activity]));
  const changed = new Map<Uuid, Partial<Becomes>>();
  for (const [key, { choose }] of Object.entries(decisions)) {
    const id = key.split(' ')[1] ?? '';
    const activity = activities.get(id);
    if (!activity || !/^(beyond|room|clash) /.test(key)) continue;
    if (choose === 'postpone') changed.set(id, { to: null, state: 'postponed', alone: true });
    if (choose === 'cancel') changed.set(id, { to: null, state: 'cancelled' });
    if (choose === 'shift' && plan.to) changed.set(id, { to: onDay(content, activity, plan.to.endsOn) });
  }
  return changed;
}

export async function rehearse(
  db: Kysely<DB>,
  content: EditionContent,
  to: Days | null,
  given: Decisions,
  now: string,
): Promise<Rehearsal> {
  const plan = planEdition(content, to);
  const { id, slug, timeZone } = content.edition;
  const move: EditionMove = { edition: { id, slug, timeZone }, from: plan.from, to, last: plan.last, shift: plan.shift, now };
  // What clashes is asked of the plan as it stands, so that a decision answers the same question that was asked.
  const planned = afterPlan(content, plan);
  // While an edition has no days nothing in it clashes: what comes back is compared with what it was when it had them.
  const asPlanned = plan.from || !plan.last ? content : afterPlan(content, planEdition(content, plan.last));
  const breaks = [
    ...beyondOf(content, plan),
    ...(await roomsOf(db, content, plan)),
    ...(await clashBreaks(db, { before: asPlanned, after: planned, shift: plan.shift, choices: ['accept', 'postpone', 'cancel'] })).map(
      ({ is }) => is,
    ),
    ...(await breaksOf(db, move)),
  ];
  const decisions = decisionsOn(breaks, given);
  const after = afterPlan(content, plan, decided(content, plan, decisions));
  const before = new Map(content.activities.map((activity) => [activity.id, activity]));
  const told = after.activities.filter((activity) => {
    const old = before.get(activity.id)!;
    return old.startsAt !== activity.startsAt || old.endsAt !== activity.endsAt || old.state !== activity.state;
  });
  return { plan, move, breaks, decisions, after, changed: new Set(told.map((activity) => activity.id)) };
}

function beyondOf(content: EditionContent, { to, beyond, shifts }: EditionPlan): Break[] {
  const index = indexOf(content);
  return shifts
    .filter(({ activity }) => beyond.includes(activity))
    .map(({ activity, to: slot }) => {
      const { title } = index.activity.get(activity)!;
      const day = localDate(slot!.startsAt, index.zoneOf(index.activity.get(activity)!));
      return {
        key: `beyond ${activity}`,
        kind: 'beyond',
        at: `schedule/${activity}`,
        title,
        why: both(
          `照此推到${dayInWords('zh', day)}，而新会期到${dayInWords('zh', to!.endsOn)}为止。`,
          `It would be on ${dayInWords('en', day)}; the moved edition ends on ${dayInWords('en', to!.endsOn)}.`,
        ),
        alike: alikeOf('beyond'),
        choices: ['shift', 'postpone', 'cancel'],
        mustDecide: true,
      };
    });
}

/** Rooms that somebody else has at the new time: another edition, or what takes place all year round. */
async function roomsOf(db: Kysely<DB>, content: EditionContent, plan: EditionPlan): Promise<Break[]> {
  const index = indexOf(content);
  const moving = plan.shifts.map(({ activity }) => activity);
  const places = plan.shifts.flatMap(({ activity, to }) => {
    const room = index.activity.get(activity)!.room;
    return room && to ? [{ activity, room, ...to }] : [];
  });
  return (await roomsTaken(db, places, moving)).map(({ activity, room, by, during }) => {
    const { title } = index.activity.get(activity)!;
    const zone = index.zoneOf(index.activity.get(activity)!);
    const told = (language: 'zh' | 'en') => ({
      room: textIn(index.place.get(room)?.name, language),
      by: textIn(by, language),
      when: slotLine(language, during.startsAt, during.endsAt, zone),
    });
    const [zh, en] = [told('zh'), told('en')];
    return {
      key: `room ${activity} ${room}`,
      kind: 'rooms',
      at: `schedule/${activity}`,
      title,
      why: both(`${zh.room}在${zh.when}已由“${zh.by}”使用。`, `${en.room} is taken by “${en.by}”, ${en.when}.`),
      alike: alikeOf('rooms'),
      choices: ['postpone', 'cancel'],
      mustDecide: true,
    } satisfies Break;
  });
}
