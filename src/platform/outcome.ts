/**
 * What an act of the domain comes to. Expected refusals are values that the caller must look at and the page translates;
 * exceptions are left for what nobody could expect.
 */
export type Outcome<Value, Problem> = Done<Value> | Refused<Problem>;
export type Done<Value> = { ok: true; value: Value };
export type Refused<Problem> = { ok: false; problem: Problem };

export const done = <Value>(value: Value): Done<Value> => ({ ok: true, value });
export const refused = <Problem>(problem: Problem): Refused<Problem> => ({ ok: false, problem });
