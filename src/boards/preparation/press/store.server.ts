/** Press records and letters in the database. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Localised } from '#registry/text.ts';
import type { Letter, LetterKind, PressRecord, Told } from './model.ts';

type Tx = Transaction<DB>;
type Known = { id: string; version: number } | null;

/** The newest first. */
export const pressRecordsOf = async (db: Kysely<DB>, edition: string): Promise<PressRecord[]> =>
  (
    await sql<PressRecord>`select r.id, r.held_on as "heldOn", r.title, r.statement, r.sample, r.version,
        case when a.id is not null then jsonb_build_object('id', a.id, 'title', a.title, 'startsAt', instant_text(a.starts_at)) end as activity,
        coalesce((select jsonb_agg(jsonb_build_object('told', s.told, 'person',
            case when p.id is not null then jsonb_build_object('slug', p.slug, 'name', p.name) end) order by s.position)
          from press_speaker s left join person p on p.id = s.person_id where s.record_id = r.id), '[]') as speakers,
        coalesce((select jsonb_agg(jsonb_build_object('question', q.question, 'answer', q.answer) order by q.position)
          from press_answer q where q.record_id = r.id), '[]') as answers,
        coalesce((select jsonb_agg(jsonb_build_object('file', f.file_id, 'caption', f.caption) order by f.added_at, f.file_id)
          from press_picture f where f.record_id = r.id), '[]') as pictures,
        coalesce((select jsonb_agg(jsonb_build_object('number', t.number, 'at', instant_text(t.told_at), 'figures', t.figures,
            'sentences', t.sentences) order by t.number desc)
          from press_figures t where t.record_id = r.id), '[]') as told
      from press_record r left join activity a on a.id = r.activity_id
      where r.edition_id = ${edition} order by r.held_on desc, r.id`.execute(db)
  ).rows;

export interface PressEvent {
  id: string;
  title: Localised;
  startsAt: string | null;
}

/** The edition's activities that are for the press. */
export const pressEventsOf = async (db: Kysely<DB>, edition: string): Promise<PressEvent[]> =>
  (
    await sql<PressEvent>`select id, title, instant_text(starts_at) as "startsAt" from activity
      where edition_id = ${edition} and kind = 'press' order by starts_at nulls last, number`.execute(db)
  ).rows;

export interface RecordValues {
  activity: string | null;
  heldOn: string;
  title: Localised;
  statement: Localised | null;
  speakers: readonly { told: Localised; person: string | null }[];
  answers: readonly { question: Localised; answer: Localised | null }[];
}

const json = (text: Localised | null) => text && JSON.stringify(text);

/** Makes a record, or changes the one that is at `version`; `null` where it no longer is. */
export async function putRecord(tx: Tx, edition: string, values: RecordValues, known: Known, sample = false): Promise<string | null> {
  const columns = {
    activity_id: values.activity,
    held_on: values.heldOn,
    title: JSON.stringify(values.title),
    statement: json(values.statement),
  };
  const id = known?.id ?? randomUUID();
  if (known) {
    const changed = await tx
      .updateTable('press_record')
      .set({ ...columns, version: known.version + 1 })
      .where('id', '=', id)
      .where('edition_id', '=', edition)
      .where('version', '=', known.version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return null;
    await tx.deleteFrom('press_speaker').where('record_id', '=', id).execute();
    await tx.deleteFrom('press_answer').where('record_id', '=', id).execute();
  } else
    await tx
      .insertInto('press_record')
      .values({ id, edition_id: edition, sample, ...columns })
      .execute();
  const speakers = values.speakers.map(({ told, person }, position) => ({
    record_id: id,
    position,
    told: JSON.stringify(told),
    person_id: person,
  }));
  if (speakers.length > 0) await tx.insertInto('press_speaker').values(speakers).execute();
  const answers = values.answers.map(({ question, answer }, position) => ({
    record_id: id,
    position,
    question: JSON.stringify(question),
    answer: json(answer),
  }));
  if (answers.length > 0) await tx.insertInto('press_answer').values(answers).execute();
  return id;
}

/** Holds a record against others that change or remove it. */
export const holdRecord = (tx: Tx, edition: string, id: string) =>
  tx
    .selectFrom('press_record')
    .select(['id', 'version'])
    .where('id', '=', id)
    .where('edition_id', '=', edition)
    .forUpdate()
    .executeTakeFirst();

export async function removeRecord(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('press_record').where('id', '=', id).execute();
}

export const peopleBySlug = async (db: Kysely<DB>, slugs: readonly string[]): Promise<Map<string, string>> =>
  slugs.length === 0
    ? new Map()
    : new Map(
        (await db.selectFrom('person').select(['id', 'slug']).where('slug', 'in', slugs).execute()).map(({ id, slug }) => [slug, id]),
      );

export async function addPicture(tx: Tx, record: string, file: string, caption: Localised, now: string): Promise<void> {
  await tx
    .insertInto('press_picture')
    .values({ record_id: record, file_id: file, caption: JSON.stringify(caption), added_at: now })
    .execute();
}

export async function removePicture(tx: Tx, record: string, file: string): Promise<boolean> {
  const gone = await tx.deleteFrom('press_picture').where('record_id', '=', record).where('file_id', '=', file).executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

/** False where this version's figures were told on the occasion already: what was told stays. */
export async function keepTold(tx: Tx, record: string, { number, at, figures, sentences }: Told): Promise<boolean> {
  const kept = await tx
    .insertInto('press_figures')
    .values({ record_id: record, number, told_at: at, figures: JSON.stringify(figures), sentences: JSON.stringify(sentences) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return kept.numInsertedOrUpdatedRows === 1n;
}

/** In the order in which the edition gives them. */
export const lettersOf = async (db: Kysely<DB>, edition: string): Promise<Letter[]> =>
  (
    await sql<Letter>`select id, kind, sender, office, written_on as "writtenOn", body, position, released, sample, version
      from edition_letter where edition_id = ${edition} order by position, written_on, id`.execute(db)
  ).rows;

export interface LetterValues {
  kind: LetterKind;
  sender: Localised;
  office: Localised | null;
  writtenOn: string;
  body: Localised;
  position: number;
  released: boolean;
}

/** Makes a letter, or changes the one that is at `version`; `null` where it no longer is. */
export async function putLetter(tx: Tx, edition: string, values: LetterValues, known: Known, sample = false): Promise<string | null> {
  const { kind, sender, office, writtenOn, body, position, released } = values;
  const columns = {
    kind,
    sender: JSON.stringify(sender),
    office: json(office),
    written_on: writtenOn,
    body: JSON.stringify(body),
    position,
    released,
  };
  if (!known) {
    const id = randomUUID();
    await tx
      .insertInto('edition_letter')
      .values({ id, edition_id: edition, sample, ...columns })
      .execute();
    return id;
  }
  const changed = await tx
    .updateTable('edition_letter')
    .set({ ...columns, version: known.version + 1 })
    .where('id', '=', known.id)
    .where('edition_id', '=', edition)
    .where('version', '=', known.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n ? known.id : null;
}

export async function removeLetter(tx: Tx, edition: string, id: string, version: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('edition_letter')
    .where('id', '=', id)
    .where('edition_id', '=', edition)
    .where('version', '=', version)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
