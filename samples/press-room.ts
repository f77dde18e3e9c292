/** The press room of the samples: the press conference of 2022 with the figures of its day, and one event and one message of 2027 that are sample data. */
import type { Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { factsOf } from '../src/boards/facts/model.ts';
import { pressSheet } from '../src/boards/facts/press-sheet.ts';
import { keepTold, putLetter, putRecord } from '../src/boards/preparation/press/store.server.ts';
import type { EditionContent, Uuid } from '../src/boards/programme/content.ts';
import type { Version } from './history-2022.ts';
import { text } from './identity.ts';

const PARTNER = text(['合作学会（示例）', 'A partner society (sample)']);

/** The day and the figures are the account's; the wording of questions and answers is ours, so the record is marked. */
export async function loadPress2022(
  tx: Transaction<DB>,
  { content, publishedAt }: Version,
  number: number,
  before: EditionContent | null,
): Promise<void> {
  const record = await putRecord(
    tx,
    content.edition.id,
    {
      activity: null,
      heldOn: '2022-11-18',
      title: text(['新闻发布会', 'Press conference']),
      statement: text([
        '论坛原定9月22日至27日举行，后改至11月25日至30日。发布会介绍了改期之后的日程安排。',
        'The forum, first planned for 22–27 September, takes place on 25–30 November. The conference presented the programme after the move.',
      ]),
      speakers: [{ told: text(['组委会发言人（示例）', 'Spokesperson of the organising committee (sample)']), person: null }],
      answers: [
        {
          question: text(['改期之后，原有的报名是否有效？（示例）', 'Do registrations made before the move still hold? (sample)']),
          answer: text([
            '有效。已报名者会收到新的时间，并可重新确认。（示例）',
            'They do. Everybody registered is told the new hours and asked again. (sample)',
          ]),
        },
      ],
    },
    null,
    true,
  );
  const facts = factsOf(content, before, publishedAt);
  const sentences = (language: 'zh' | 'en') => pressSheet(facts, language).map((line) => line.text);
  await keepTold(tx, record!, {
    number,
    at: publishedAt,
    figures: facts.map(({ key, value }) => ({ key, value })),
    sentences: { zh: sentences('zh'), en: sentences('en') },
  });
}

export async function loadPress2027(tx: Transaction<DB>, edition: Uuid): Promise<void> {
  await putRecord(
    tx,
    edition,
    {
      activity: null,
      heldOn: '2027-03-12',
      title: text(['媒体通气会（示例）', 'Media briefing (sample)']),
      statement: text(['介绍征集与筹备进展。（示例）', 'How the call and the preparation stand. (sample)']),
      speakers: [{ told: text(['新闻中心（示例）', 'Press office (sample)']), person: null }],
      answers: [],
    },
    null,
    true,
  );
  const letter = {
    kind: 'message' as const,
    sender: PARTNER,
    office: text(['国际联络部（示例）', 'International office (sample)']),
    writtenOn: '2027-02-20',
    body: text(['预祝论坛圆满成功。（示例）', 'We wish the forum every success. (sample)']),
    position: 1,
    released: true,
  };
  await putLetter(tx, edition, letter, null, true);
}

/** Who wrote in 2022 and in what words is not in the account; these show how the record looks, and are marked. */
export async function loadLetters2022(tx: Transaction<DB>, edition: Uuid): Promise<void> {
  const letters = [
    {
      kind: 'congratulation' as const,
      sender: text(['国际科学组织负责人（示例）', 'Head of an international science organisation (sample)']),
      office: text(['国际科学组织（示例）', 'An international science organisation (sample)']),
      writtenOn: '2022-11-24',
      body: text([
        '值此论坛开幕之际，谨致热烈祝贺。（示例）\n\n科学的问题属于全人类，解答也离不开各国同行的共同努力。愿论坛继续架起合作的桥梁，让成果惠及更多的人。（示例）',
        'On the opening of the forum I send my warm congratulations. (sample)\n\nThe questions of science belong to everybody, and so does the work of answering them. May the forum go on building bridges, so that results reach more people. (sample)',
      ]),
      released: true,
    },
    {
      kind: 'message' as const,
      sender: PARTNER,
      office: null,
      writtenOn: '2022-11-25',
      body: text(['预祝论坛圆满成功。（示例）', 'We wish the forum every success. (sample)']),
      released: true,
    },
  ];
  for (const [at, letter] of letters.entries()) await putLetter(tx, edition, { ...letter, position: at + 1 }, null, true);
}
