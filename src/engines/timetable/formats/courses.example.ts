/** A small file of courses in the competition's form, for tests. */
export const courses = `Name: Toy
Courses: 2
Rooms: 1
Days: 2
Periods_per_day: 2
Curricula: 1
Constraints: 1

COURSES:
Art Ann 2 2 10
Law Bob 2 1 30

ROOMS:
Hall 20

CURRICULA:
Q 2 Art Law

UNAVAILABILITY_CONSTRAINTS:
Art 0 0

END.
`;
