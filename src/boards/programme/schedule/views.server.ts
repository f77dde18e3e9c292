/** What the schedule desk and the page of its rules are given. */
import { z } from 'zod';
import { grantFor, roleMay } from '#platform/permissions.ts';
import { view } from '#platform/view.server.ts';
import { editionSubject, reachingInto } from '#registry/subjects.server.ts';
import { BOARDS } from '../content.ts';
import { wallClock } from '../time.ts';
import { openClashes } from './clashes.ts';
import { CLASH_RULES, type Levels } from './desk-schedule.ts';
import { groundOf } from './ground.ts';
import { scheduleTopic } from './placing/live.server.ts';
import { seenBy } from './seen.ts';
import { readDesk } from './store.server.ts';

/**
 * Everything that the desk needs, in one query: activities with places and hours, and all that rules look at. Whoever only reads sees
 * neither when guests are away nor what hosts wished for, and so none of the clashes that follow; a host's team no drafts but its own.
 */
export const schedule = view({
  name: 'schedule',
  input: z.object({ edition: z.string() }),
  permission: 'read schedule',
  subject: 'own',
  async run({ db, input, actor, may }) {
    const subject = await editionSubject(db, input);
    if (!subject) return null;
    const here = await reachingInto(db, actor.grants, { id: subject.edition, series: subject.series! });
    if (!here.some(({ role }) => roleMay(role, 'read schedule'))) return null;
    const read = await readDesk(db, subject.edition);
    if (!read) return null;
    const editable = BOARDS.filter((board) => may('edit schedule', { ...subject, board }));
    const whole = editable.length > 0 || grantFor(actor.grants, 'read audit', subject) !== null;
    return {
      desk: whole ? read.desk : { ...seenBy(read.desk, actor.grants, subject), absences: [], wishes: [], acceptances: [] },
      rulesVersion: read.rulesVersion,
      /** The boards whose activities the reader may place. */
      editable,
      may: {
        setRules: may('set rules of schedule', subject),
        publish: may('publish edition', subject),
        propose: may('edit schedule', subject),
      },
      topic: scheduleTopic(subject.edition),
    };
  },
});

/** The rules of the schedule with what they look at, for whoever may read them; only the office sets them. */
export const scheduleRules = view({
  name: 'schedule.rules',
  input: z.object({ edition: z.string() }),
  permission: 'read schedule',
  subject: editionSubject,
  async run({ db, input, may }) {
    const subject = await editionSubject(db, input);
    const read = subject && (await readDesk(db, subject.edition));
    if (!read) return null;
    const { desk, rulesVersion } = read;
    const ground = groundOf(desk);
    const clashes = openClashes({ ...desk, levels: allTold(desk.levels) }).all();
    const local = (at: string, place: string) => {
      const { date, time } = wallClock(at, ground.zone(place));
      return `${date}T${time}`;
    };
    return {
      version: rulesVersion,
      levels: desk.levels,
      walking: desk.walking,
      topics: desk.topics,
      audiences: desk.audiences,
      /** How many clashes each rule finds now, whatever its level. */
      counts: Object.fromEntries(CLASH_RULES.map((rule) => [rule, clashes.filter((clash) => clash.rule === rule).length])),
      places: desk.places.map(({ id, kind, parent, name, equipment, capacity }) => ({ id, kind, parent, name, equipment, capacity })),
      hours: desk.hours,
      closures: desk.closures.map((closure) => ({
        ...closure,
        from: local(closure.from, closure.place),
        to: local(closure.to, closure.place),
      })),
      stock: desk.stock,
      maySet: may('set rules of schedule'),
    };
  },
});

/** As if nothing were ignored. */
const allTold = (levels: Levels): Levels =>
  Object.fromEntries(Object.entries(levels).map(([rule, level]) => [rule, level === 'ignored' ? 'warns' : level])) as Levels;
