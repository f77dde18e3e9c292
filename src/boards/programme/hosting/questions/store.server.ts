import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Instant, Uuid } from '../../content.ts';

export type Side = 'team' | 'office';

export interface Question {
  id: Uuid;
  question: string;
  askedBy: string;
  /** Of whoever asked; the other one answers. */
  side: Side;
  askedAt: Instant;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Instant | null;
}

/** Those without an answer first, then the latest. */
export async function readQuestions(db: Kysely<DB>, activity: Uuid): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select id, question, asked_name as "askedBy", asked_side as side, instant_text(asked_at) as "askedAt", answer, answered_name as "answeredBy",
      instant_text(answered_at) as "answeredAt"
    from activity_question where activity_id = ${activity} order by answer is not null, asked_at desc`.execute(db);
  return rows;
}
