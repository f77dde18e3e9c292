/** What people do with the rules of the schedule and with the clashes that they find. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { lockEdition } from '../store.server.ts';
import { onWall } from '../import/moments.ts';
import { instant } from '../time.ts';
import { type Clash, openClashes } from './clashes.ts';
import { groundOf } from './ground.ts';
import { tellSchedule } from './placing/live.server.ts';
import { touchEdition } from './placing/store.server.ts';
import { scheduleSubject } from './placing/subject.server.ts';
import { closureInput, equipmentKey, hoursInput, levelsInput, stockInput, walkingInput } from './rules-input.ts';
import { raiseRules, readDesk, withdrawAcceptance, writeAcceptance, writeEquipment, writePlaceRules, writeRules } from './store.server.ts';

const slug = z.string().max(120);

/** `stale`: somebody else has set the rules since they were read. */
export type RulesProblem = { is: 'gone' } | { is: 'stale' };

/** Levels, ways, and which topics share an audience. `version` is the one that the rules had when they were read. */
export const setRules = verb({
  name: 'schedule.set-rules',
  input: z.object({
    edition: slug,
    version: z.coerce.number().int().min(0),
    levels: levelsInput,
    walking: walkingInput,
    audiences: z
      .array(z.object({ a: z.uuid(), b: z.uuid() }).refine(({ a, b }) => a !== b))
      .max(2_000)
      .default([]),
  }),
  permission: 'set rules of schedule',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const held = await lockEdition(tx, input.edition);
    if (!held) return refused<RulesProblem>({ is: 'gone' });
    const before = (await readDesk(tx, held.id))!.desk;
    const version = await raiseRules(tx, held.id, input.version);
    if (version === null) return refused<RulesProblem>({ is: 'stale' });
    const topics = new Set(before.topics.map(({ id }) => id));
    const audiences = input.audiences.filter(({ a, b }) => topics.has(a) && topics.has(b));
    await writeRules(tx, held.id, { ...input, audiences });
    await tellSchedule(tx, held.id, []);
    note({
      subject: `edition ${input.edition}`,
      before: { levels: before.levels, walking: before.walking, audiences: before.audiences },
      after: { levels: input.levels, walking: input.walking, audiences },
    });
    return done({ version });
  },
});

/** Opening hours, closures, equipment and what a place lends. Times are local to the place. */
export const setPlace = verb({
  name: 'schedule.set-place',
  input: z.object({
    edition: slug,
    version: z.coerce.number().int().min(0),
    /** Empty: the hours of all places that have none of their own. */
    place: z.union([z.literal('').transform(() => null), z.uuid()]),
    hours: z.array(hoursInput).max(200).default([]),
    closures: z.array(closureInput).max(200).default([]),
    equipment: z.array(equipmentKey).max(60).default([]),
    stock: z
      .array(stockInput)
      .max(60)
      .refine((list) => new Set(list.map(({ equipment }) => equipment)).size === list.length, { message: 'named twice' })
      .default([]),
  }),
  permission: 'set rules of schedule',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const held = await lockEdition(tx, input.edition);
    if (!held) return refused<RulesProblem>({ is: 'gone' });
    const { desk } = (await readDesk(tx, held.id))!;
    const place = input.place === null ? null : desk.places.find(({ id }) => id === input.place);
    if (place === undefined) return refused<RulesProblem>({ is: 'gone' });
    const version = await raiseRules(tx, held.id, input.version);
    if (version === null) return refused<RulesProblem>({ is: 'stale' });
    const zone = groundOf(desk).zone(input.place);
    const rules = {
      hours: input.hours.map((hours) => ({ id: randomUUID(), ...hours })),
      closures: input.closures.map(({ from, to, reason }) => ({
        ...{ id: randomUUID(), from: instantAt(from, zone), to: instantAt(to, zone), reason },
      })),
      stock: input.stock,
    };
    await writePlaceRules(tx, held.id, input.place, rules);
    if (place && place.equipment.join() !== input.equipment.join()) {
      await writeEquipment(tx, place.id, [...new Set(input.equipment)]);
      await touchEdition(tx, held.id);
    }
    await tellSchedule(tx, held.id, []);
    const of = <Item extends { place: string | null }>(list: readonly Item[]) => list.filter((item) => item.place === input.place);
    note({
      subject: input.place ? `place ${input.place}` : `edition ${input.edition}`,
      before: { hours: of(desk.hours), closures: of(desk.closures), stock: of(desk.stock), equipment: place?.equipment ?? [] },
      after: { ...rules, equipment: input.equipment },
    });
    return done({ version });
  },
});

export type AcceptProblem =
  /** It is no longer there, or is not what it was when it was read; how it is now. */
  | { is: 'changed'; clash: Clash | null }
  /** No reason makes two fit into one room. */
  | { is: 'not-acceptable' };

/** Takes a clash on, with the reason. It then no longer blocks, as long as it stays as it is. */
export const acceptClash = verb({
  name: 'clash.accept',
  input: z.object({
    edition: slug,
    key: z.string().max(8000),
    fingerprint: z.string().max(40),
    reason: z.string().trim().min(1).max(1000),
  }),
  permission: 'edit schedule',
  subject: (db, { edition, key }) => scheduleSubject(db, edition, idsIn(key)),
  async run({ tx, input, now, actor, note }) {
    const held = await lockEdition(tx, input.edition);
    const read = held && (await readDesk(tx, held.id));
    if (!held || !read) return refused<AcceptProblem>({ is: 'changed', clash: null });
    const clash = openClashes(read.desk)
      .all()
      .find(({ key }) => key === input.key);
    if (clash?.fingerprint !== input.fingerprint) return refused<AcceptProblem>({ is: 'changed', clash: clash ?? null });
    if (clash.rule === 'room') return refused<AcceptProblem>({ is: 'not-acceptable' });
    const { key, fingerprint, rule, activities } = clash;
    await writeAcceptance(tx, held.id, {
      ...{ id: randomUUID(), key, fingerprint, rule, activities, reason: input.reason, by: actor.name, at: instant(now) },
    });
    await tellSchedule(tx, held.id, activities);
    for (const id of activities)
      note({ subject: `activity ${id}`, before: { accepted: clash.accepted }, after: { rule, reason: input.reason } });
    return done({ key });
  },
});

export const withdrawClashAcceptance = verb({
  name: 'clash.withdraw-acceptance',
  input: z.object({ edition: slug, key: z.string().max(8000) }),
  permission: 'edit schedule',
  subject: (db, { edition, key }) => scheduleSubject(db, edition, idsIn(key)),
  async run({ tx, input, now, actor, note }) {
    const held = await lockEdition(tx, input.edition);
    const before = held && (await withdrawAcceptance(tx, held.id, input.key, actor.name, now));
    if (!held || !before) return refused<AcceptProblem>({ is: 'changed', clash: null });
    await tellSchedule(tx, held.id, idsIn(input.key));
    note({ subject: `edition ${input.edition}`, before: { clash: input.key, ...before }, after: { clash: input.key, reason: null } });
    return done({ key: input.key });
  },
});

/** The ids in a clash's key, activities among them: whose manager may decide of it is asked of the database. */
const idsIn = (key: string): string[] => key.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];

/** `2027-04-17T12:00` on the wall of `zone`. */
const instantAt = (local: string, zone: string): string => onWall(Date.parse(`${local}Z`), zone).at;
