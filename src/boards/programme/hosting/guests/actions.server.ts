import { z } from 'zod';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import type { FileProblem } from '../../import/imported.ts';
import { address, blank, hostedAt, hostedSubject, mail, tellChanged } from '../hosted.server.ts';
import { type BadRow, GUEST_STATES, type GuestEntry, readGuests, type TableProblem } from './model.ts';
import { rowsOf } from './read-upload.ts';
import { addGuests, readGuestList } from './store.server.ts';

const text = (most: number) => z.string().trim().max(most).default('');
const entry = {
  name: z.string().trim().min(1).max(200),
  organisation: text(300),
  post: text(200),
  email: z.preprocess(blank, mail.nullable()),
  state: z.enum(GUEST_STATES).default('listed'),
  note: text(1000),
};

export type GuestProblem =
  | { is: 'stale' }
  | { is: 'on-the-list'; email: string }
  | { is: 'file'; problem: FileProblem }
  | { is: 'table'; problem: TableProblem }
  | { is: 'bad-rows'; bad: BadRow[]; good: number; ignored: string[] }
  | { is: 'preview'; guests: GuestEntry[]; ignored: string[] };

const audited = ({ name, organisation, state }: GuestEntry) => ({ guest: name, organisation, state });

/** One guest, new or as changed (`guest` with the `version` that was seen). */
export const writeGuest = verb({
  name: 'activity.write-guest',
  input: z.object({
    ...address,
    guest: z.preprocess(blank, z.uuid().nullable()),
    version: z.preprocess(blank, z.coerce.number().int().nullable()),
    ...entry,
  }),
  permission: 'invite to activity',
  subject: hostedSubject,
  async run({ tx, input, actor, now, note }) {
    const refuse = (problem: GuestProblem) => refused(problem);
    const activity = (await hostedAt(tx, input))!;
    const { guest, version, edition: _edition, activity: _activity, ...row } = input;
    await tx.selectFrom('activity').select('id').where('id', '=', activity.id).forNoKeyUpdate().execute();
    const list = await readGuestList(tx, activity.id);
    const before = list.find(({ id }) => id === guest);
    if (guest && before?.version !== version) return refuse({ is: 'stale' });
    if (row.email && list.some(({ id, email }) => id !== guest && email === row.email))
      return refuse({ is: 'on-the-list', email: row.email });
    if (before)
      await tx
        .updateTable('guest')
        .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
        .where('id', '=', before.id)
        .execute();
    else await addGuests(tx, activity.id, [row], now);
    note({ subject: `activity ${activity.id}`, before: before && audited(before), after: audited(row) });
    await tellChanged(tx, activity.id, 'guests', actor.name);
    return done({ name: row.name });
  },
});

export const removeGuest = verb({
  name: 'activity.remove-guest',
  input: z.object({ ...address, guest: z.uuid() }),
  permission: 'invite to activity',
  subject: hostedSubject,
  async run({ tx, input, actor, note }) {
    const activity = (await hostedAt(tx, input))!;
    const gone = await tx
      .deleteFrom('guest')
      .where('id', '=', input.guest)
      .where('activity_id', '=', activity.id)
      .returning(['name', 'organisation'])
      .executeTakeFirst();
    if (gone) note({ subject: `activity ${activity.id}`, before: { guest: gone.name, organisation: gone.organisation } });
    await tellChanged(tx, activity.id, 'guests', actor.name);
    return done({ name: gone?.name ?? '' });
  },
});

/** Enters a whole table or nothing. Without `sure` it is only shown what would be entered. */
export const importGuests = verb({
  name: 'activity.import-guests',
  input: z.object({
    ...address,
    file: z.instanceof(File).optional(),
    table: z.string().max(2_000_000).optional(),
    sure: z.string().optional(),
  }),
  permission: 'invite to activity',
  subject: hostedSubject,
  async run({ tx, input, actor, now, note }) {
    const refuse = (problem: GuestProblem) => refused(problem);
    const activity = (await hostedAt(tx, input))!;
    // What was shown comes back as text, so that what is entered is what was seen.
    const bytes = input.file ? Buffer.from(await input.file.arrayBuffer()) : Buffer.from(input.table ?? '');
    const rows = await rowsOf(bytes);
    if (!rows.ok) return refuse({ is: 'file', problem: rows.problem });
    await tx.selectFrom('activity').select('id').where('id', '=', activity.id).forNoKeyUpdate().execute();
    const taken = new Set((await readGuestList(tx, activity.id)).flatMap(({ email }) => (email ? [email] : [])));
    const { problem, guests, bad, ignored } = readGuests(rows.value, taken);
    if (problem) return refuse({ is: 'table', problem });
    if (bad.length > 0) return refuse({ is: 'bad-rows', bad, good: guests.length, ignored });
    if (!input.sure) return refuse({ is: 'preview', guests, ignored });
    await addGuests(tx, activity.id, guests, now);
    note({ subject: `activity ${activity.id}`, after: { guests: guests.length } });
    await tellChanged(tx, activity.id, 'guests', actor.name);
    return done({ entered: guests.length });
  },
});
