/**
 * Writes the sample series into a database and publishes it, the versions of 2022 with the dates that they carry; the edition in preparation
 * is left unpublished, with accounts to try the desks.
 */
import type { Kysely, Transaction } from 'kysely';
import { writeWishes } from '../src/boards/programme/proposals/wishes.server.ts';
import { writeContent } from '../src/boards/programme/store.server.ts';
import { publishEdition } from '../src/boards/programme/versions.server.ts';
import type { EditionContent, Instant } from '../src/boards/programme/content.ts';
import type { DB } from '#platform/database/schema.ts';
import { loadCalls } from './calls-2027.ts';
import { content2027 } from './edition-2027.ts';
import { sampleEditions, sampleHistory2022 } from './index.ts';
import { COMMITTEES_2022, COMMITTEES_2027, loadCommittees } from './committees.ts';
import { loadHosting } from './hosting.ts';
import { loadPlan, PLAN_2022, loadPlan2027 } from './preparation-plans.ts';
import { loadDraft2027, loadNotices2022 } from './notices.ts';
import { loadPersonas } from './personas.ts';
import { loadLetters2022, loadPress2022, loadPress2027 } from './press-room.ts';
import { loadScheduleRules } from './schedule-rules-2027.ts';
import { wishes2027 } from './wishes-2027.ts';

export interface LoadOptions {
  log: { info(message: string): void };
}

/** The edition in preparation with all that its desks work on, and accounts to try them with. */
export async function loadDesks(tx: Transaction<DB>, content: EditionContent): Promise<void> {
  await writeContent(tx, content);
  await loadPersonas(tx, content);
  await loadHosting(tx, content);
  await loadDraft2027(tx, content.edition.id);
  for (const { activity, ...wishes } of wishes2027(content)) await writeWishes(tx, activity, wishes);
  await loadScheduleRules(tx, content);
  await loadCalls(tx, content);
  await loadPlan2027(tx, content.edition.id);
  await loadCommittees(tx, content.edition.id, COMMITTEES_2027, true);
  await loadPress2027(tx, content.edition.id);
}

/** Editions of which only facts are told are published once, at the end of their year. */
const toldAt = (content: EditionContent): Instant => `${content.edition.year}-12-31T00:00:00Z`;

/** All or nothing. Loading again changes nothing that is there, but would publish again: call it on an empty database. */
export async function loadSamples(db: Kysely<DB>, { log }: LoadOptions): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const publish = async (content: EditionContent, at: Instant, searched = true) => {
      await writeContent(tx, content);
      const outcome = await publishEdition(tx, content.edition.slug, at, { searched });
      if (!outcome.ok) throw new Error(`the sample edition ${content.edition.slug} was not published: ${outcome.problem.is}`);
    };
    for (const content of sampleEditions().filter(({ edition }) => edition.year !== 2022)) await publish(content, toldAt(content));
    const next = content2027();
    await loadDesks(tx, next);
    const history = sampleHistory2022();
    for (const [at, { content, publishedAt }] of history.entries()) {
      if (at === history.length - 1) await loadLetters2022(tx, content.edition.id);
      await publish(content, publishedAt, at === history.length - 1);
      log.info(`Sample edition 2022: version ${at + 1} of ${history.length}`);
    }
    await loadPlan(tx, history[0]!.content.edition.id, PLAN_2022);
    await loadNotices2022(tx, history[0]!.content.edition.id);
    await loadCommittees(tx, history[0]!.content.edition.id, COMMITTEES_2022, false);
    const before = sampleEditions().find(({ edition }) => edition.year === 2021) ?? null;
    await loadPress2022(tx, history[3]!, 4, before);
  });
}
