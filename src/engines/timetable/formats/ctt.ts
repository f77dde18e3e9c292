import type { CoreProblem } from '../core/problem.ts';
import { rowsOf, runs } from '../core/problem.ts';

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
