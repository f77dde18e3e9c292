/** From an accepted proposal to an activity: its sessions one after the other, from the hour that its host wished. */
import { Temporal } from 'temporal-polyfill';
import type { Instant, PlainDate } from '../content.ts';
import { instant } from '../time.ts';
import type { AgendaItem, ProposalContent } from './model.ts';
import type { PART_HOURS } from './wishes.ts';

export interface DraftSession extends AgendaItem {
  startsAt: Instant;
  endsAt: Instant;
}

/** Full hours at which parts of the day usually begin. */
const BEGINS = { morning: '09:00', afternoon: '14:00', evening: '18:30' } as const satisfies Record<keyof typeof PART_HOURS, string>;

/** Sessions have hours before their activity has its own: those of the first day and part wished, until the schedule moves them. */
export function draftSessions(content: ProposalContent, edition: { startsOn: PlainDate | null; timeZone: string }): DraftSession[] {
  const day = content.wishes.days[0] ?? edition.startsOn;
  if (!day) return [];
  const wall = BEGINS[content.wishes.parts[0] ?? 'morning'];
  let at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: edition.timeZone, plainTime: wall }).epochMilliseconds;
  return content.agenda.map((item) => {
    const startsAt = instant(at);
    at += (item.minutes ?? 0) * 60_000;
    return { ...item, startsAt, endsAt: instant(at) };
  });
}
