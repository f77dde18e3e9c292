/** What the office sets of the rules, as a form sends it. */
import { z } from 'zod';
import { CLASH_RULES, LEVELS } from './desk-schedule.ts';

const minutes = z.coerce.number().int().min(0).max(10_000);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const empty = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal('').transform(() => null), z.null(), schema]);

export const levelsInput = z
  .partialRecord(z.enum(CLASH_RULES), z.enum(LEVELS))
  .refine(({ room = 'blocks-placing' }) => room === 'blocks-placing', { path: ['room'], message: 'a room is never booked twice' });

export const walkingInput = z.object({ sameVenue: minutes, sameSite: minutes, otherSite: minutes });

export const hoursInput = z
  .object({
    date: empty(z.iso.date()).default(null),
    weekday: empty(z.coerce.number().int().min(1).max(7)).default(null),
    from: clock,
    to: clock,
  })
  .refine(({ from, to }) => from < to || (from === '00:00' && to === '00:00'), { path: ['to'], message: 'closes before it opens' })
  .refine(({ date, weekday }) => date === null || weekday === null, { path: ['weekday'], message: 'a date or a weekday, not both' });

/** Local to the place: `2027-04-17T12:00`. */
const local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
export const closureInput = z
  .object({ from: local, to: local, reason: z.string().trim().min(1).max(500) })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'ends before it begins' });

export const equipmentKey = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
export const stockInput = z.object({ equipment: equipmentKey, count: z.coerce.number().int().min(0).max(10_000) });
