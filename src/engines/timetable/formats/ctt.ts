import { LONGEST_AUDIENCE_DAY } from '../core/audience.ts';
import type { CoreProblem } from '../core/problem.ts';
import { rowsOf, runs } from '../core/problem.ts';
import { LIMITS, wrong, type Read } from '../parse.ts';

/** Curriculum-based course timetabling (ITC-2007, track 3; Di Gaspero, McCollum, Schaerf 2007). */
export interface CourseProblem {
  name: string;
  days: number;
  periods: number;
  courses: { id: string; teacher: string; lectures: number; minDays: number; students: number }[];
  rooms: { id: string; capacity: number }[];
  curricula: { id: string; courses: number[] }[];
  unavailable: { course: number; day: number; period: number }[];
}

export function compileCourses(problem: CourseProblem): CoreProblem {
  const { days, periods, courses, rooms } = problem;
  const ticks = days * periods;
  const courseOf = courses.flatMap((course, c) => Array.from({ length: course.lectures }, () => c));
  const events = courseOf.length;
  const n = courses.length;
  const conflict = new Uint8Array(n * n);
  for (let a = 0; a < n; a++) {
    conflict[a * n + a] = 1;
    for (let b = 0; b < n; b++) if (courses[a]!.teacher === courses[b]!.teacher) conflict[a * n + b] = 1;
  }
  const curriculaOf: number[][] = courses.map(() => []);
  problem.curricula.forEach((curriculum, q) => {
    for (const a of curriculum.courses) {
      curriculaOf[a]!.push(q);
      for (const b of curriculum.courses) conflict[a * n + b] = 1;
    }
  });
  const startAllowed = new Uint8Array(events * ticks).fill(1);
  const closed = new Set(problem.unavailable.map((u) => u.course * ticks + u.day * periods + u.period));
  const roomCost = new Int32Array(events * rooms.length);
  courseOf.forEach((c, e) => {
    for (let t = 0; t < ticks; t++) if (closed.has(c * ticks + t)) startAllowed[e * ticks + t] = 0;
    rooms.forEach((room, r) => (roomCost[e * rooms.length + r] = Math.max(0, courses[c]!.students - room.capacity)));
  });
  const day = Int32Array.from({ length: ticks }, (_, t) => Math.floor(t / periods));
  return {
    ticks,
    day,
    days,
    rooms: rooms.length,
    events,
    length: new Int32Array(events).fill(1),
    roomAllowed: new Uint8Array(events * rooms.length).fill(1),
    startAllowed,
    open: runs(rooms.length, ticks, day, () => true),
    roomCost,
    startCost: new Int32Array(events * ticks),
    clash: { classes: n, classOf: Int32Array.from(courseOf), conflict },
    series: {
      count: n,
      seriesOf: Int32Array.from(courseOf),
      minDays: Int32Array.from(courses, (c) => c.minDays),
      dayCost: 5,
      roomCost: 1,
    },
    audience: { count: problem.curricula.length, of: rowsOf(courseOf.map((c) => curriculaOf[c]!)), cost: 2 },
  };
}

const HEAD = ['Name', 'Courses', 'Rooms', 'Days', 'Periods_per_day', 'Curricula', 'Constraints'] as const;

/** Errors named, and lectures counted once for each of their curricula, at most. */
const MOST_ERRORS = 20;
const MOST_ATTENDED = 4_000_000;

/** Reads a .ctt file; each error names the line or the part. */
export function parseCourses(text: string): Read<CourseProblem> {
  if (text.length > LIMITS.bytes) return wrong('', `the file has ${text.length} characters, more than ${LIMITS.bytes}`);
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const head = new Map<string, string>();
  for (const line of lines.slice(0, 20)) {
    const [, name, value] = /^(\w+):\s*(\S.*)$/.exec(line) ?? [];
    if (name !== undefined && !head.has(name)) head.set(name, value!);
  }
  const counts: Record<string, number> = {};
  for (const name of HEAD.slice(1)) {
    const value = wholeNumber(head.get(name));
    if (!(value <= 100_000)) return wrong(name, 'a whole number from 0 to 100000 is needed in the first lines');
    counts[name] = value;
  }
  const [days, periods] = [counts['Days']!, counts['Periods_per_day']!];
  if (days < 1 || days > 400) return wrong('Days', 'from 1 to 400 days');
  if (periods < 1 || periods > LONGEST_AUDIENCE_DAY) return wrong('Periods_per_day', `from 1 to ${LONGEST_AUDIENCE_DAY} periods`);
  const errors: { path: string; reason: string }[] = [];
  const fail = (path: string, reason: string) => void (errors.length < MOST_ERRORS && errors.push({ path, reason }));
  const part = <T>(title: string, count: number, fields: number, read: (words: string[], line: number) => T): T[] => {
    const at = lines.indexOf(`${title}:`);
    if (at < 0) {
      if (count > 0) fail(title, `the part ${title}: is missing`);
      return [];
    }
    const found: T[] = [];
    for (let i = 0; i < count && errors.length < MOST_ERRORS; i++) {
      const words = lines[at + 1 + i]?.split(/\s+/) ?? [];
      if (words.length < fields || words[0] === '')
        fail(`line ${at + 2 + i}`, `${title} has ${count} lines of ${fields} words or more; this one has not`);
      else found.push(read(words, at + 2 + i));
    }
    const after = lines[at + 1 + count];
    if (after !== undefined && !/^$|^[A-Z_]+:$|^END\.$/.test(after))
      fail(`line ${at + 2 + count}`, `${title} has more lines than the ${count} that the first lines announce`);
    return found;
  };
  const whole = (word: string | undefined, line: number, most = 1_000_000) => {
    const value = wholeNumber(word);
    if (!(value <= most)) fail(`line ${line}`, `${word?.slice(0, 50)} is no whole number from 0 to ${most}`);
    return value;
  };
  const courses = part('COURSES', counts['Courses']!, 5, ([id, teacher, lectures, minDays, students], line) => ({
    id: id!,
    teacher: teacher!,
    lectures: whole(lectures, line, 10_000),
    minDays: whole(minDays, line, 400),
    students: whole(students, line),
  }));
  const courseAt = new Map(courses.map((c, i) => [c.id, i]));
  const course = (id: string | undefined, line: number) => {
    const at = courseAt.get(id ?? '');
    if (at === undefined) fail(`line ${line}`, `there is no course ${id?.slice(0, 50)}`);
    return at ?? 0;
  };
  const rooms = part('ROOMS', counts['Rooms']!, 2, ([id, capacity], line) => ({ id: id!, capacity: whole(capacity, line) }));
  const curricula = part('CURRICULA', counts['Curricula']!, 2, ([id, size, ...members], line) => {
    if (wholeNumber(size) !== members.length)
      fail(`line ${line}`, `${size?.slice(0, 50)} courses are announced and ${members.length} given`);
    return { id: id!, courses: [...new Set(members.map((member) => course(member, line)))] };
  });
  const unavailable = part('UNAVAILABILITY_CONSTRAINTS', counts['Constraints']!, 3, ([id, day, period], line) => ({
    course: course(id, line),
    day: whole(day, line, days - 1),
    period: whole(period, line, periods - 1),
  }));
  if (courseAt.size < courses.length) fail('COURSES', 'a course is there twice');
  if (new Set(rooms.map((r) => r.id)).size < rooms.length) fail('ROOMS', 'a room is there twice');
  if (errors.length > 0) return { ok: false, errors };
  return checkSizes({ name: head.get('Name') ?? '', days, periods, courses, rooms, curricula, unavailable });
}

/** Tables that the search keeps, and the pairs of courses that curricula forbid at one time, must fit the memory and be counted in seconds. */
function checkSizes(problem: CourseProblem): Read<CourseProblem> {
  const { courses, rooms, curricula } = problem;
  const ticks = problem.days * problem.periods;
  const lectures = courses.reduce((sum, c) => sum + c.lectures, 0);
  if (courses.length > 5_000) return wrong('COURSES', 'more than 5000 courses');
  if ((lectures + courses.length) * (ticks + rooms.length) > LIMITS.cells)
    return wrong('COURSES', `${lectures} lectures are too many for so many periods and rooms`);
  if (rooms.length * ticks > LIMITS.cells) return wrong('ROOMS', `${rooms.length} rooms are too many for so many periods`);
  const members = curricula.reduce((sum, q) => sum + q.courses.length ** 2, 0);
  const attended = curricula.reduce((sum, q) => q.courses.reduce((all, c) => all + courses[c]!.lectures, sum), 0);
  if (curricula.length * problem.days > LIMITS.cells || members > LIMITS.cells || attended > MOST_ATTENDED)
    return wrong('CURRICULA', `${curricula.length} curricula of so many courses are too many`);
  return { ok: true, value: problem };
}

/** Decimal digits only; NaN for anything else. */
function wholeNumber(word: string | undefined): number {
  return word !== undefined && /^\d{1,15}$/.test(word) ? Number(word) : NaN;
}

/** The competition's form of a timetable: a line for each lecture that is placed. */
export function writeCourses(problem: CourseProblem, room: Int32Array, at: Int32Array): string {
  const lines: string[] = [];
  let e = 0;
  for (const course of problem.courses)
    for (let i = 0; i < course.lectures; i++, e++)
      if (room[e]! >= 0)
        lines.push(`${course.id} ${problem.rooms[room[e]!]!.id} ${Math.floor(at[e]! / problem.periods)} ${at[e]! % problem.periods}`);
  return `${lines.join('\n')}\n`;
}
