import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import ICAL from 'ical.js';
import { SMTPServer } from 'smtp-server';
import { both } from '#registry/text.ts';
import type { Database } from '../database/connect.ts';
import { testDatabase } from '../database/testing.ts';
import { deliverMail, MAIL_ATTEMPTS } from './deliver.server.ts';
import { writeMessages, type Written } from './outbox.server.ts';

const quiet = { warn() {} };
const never = new AbortController().signal;
const AT = '2026-11-01T00:00:00Z';

interface Received {
  from: string;
  to: string[];
  source: string;
}

/** A mail server on loopback. `answer` may throw what it says to a recipient. */
async function mailServer(t: TestContext, answer: (recipient: string) => void = () => {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 10,
    disabledCommands: ['STARTTLS'],
    onRcptTo(address, _session, callback) {
      try {
        answer(address.address);
        callback();
      } catch (error) {
        callback(error as Error);
      }
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: (mailFrom as { address: string }).address,
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString(),
        });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { received, url: `smtp://127.0.0.1:${port}` };
}

const refuse = (responseCode: number, text: string): never => {
  throw Object.assign(new Error(text), { responseCode });
};

const to = (address: string, more: Partial<Written> = {}): Written => ({
  to: { address, name: '' },
  language: 'en',
  subject: 'Where and when',
  body: 'Hello,\n\nHall B at nine.\n',
  ...more,
});

const write = ({ db }: Database, messages: Written[], { held = false, dueAt }: { held?: boolean; dueAt?: string } = {}) =>
  writeMessages(
    db,
    { edition: null, kind: 'test', about: 'test', title: both('测试', 'Test'), by: 'test', held, messages, ...(dueAt && { dueAt }) },
    AT,
  );

const delivery = (
  t: TestContext,
  { db }: Database,
  smtpUrl: string | null,
  now = () => new Date(AT),
  mode: 'demo' | 'production' = 'demo',
) => {
  const work = deliverMail({
    db,
    settings: { smtpUrl, mailFrom: 'Forum <office@forum.example>', publicUrl: 'https://forum.example', mode },
    log: quiet,
    now,
  });
  t.after(() => work.close());
  return work;
};

const states = async ({ db }: Database) =>
  (await db.selectFrom('message').select(['to_address', 'state', 'attempts', 'failure']).orderBy('to_address').execute()).map(
    ({ to_address, state, attempts, failure }) => [to_address, state, attempts, failure] as const,
  );

const header = (source: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(source)?.[1];
const decoded = (source: string, type: RegExp): string => {
  const part = source.split(/\r\n--[^\r\n]+\r\n/).find((one) => type.test(one)) ?? source;
  const [head = '', ...body] = part.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  return /base64/i.test(head) ? Buffer.from(text, 'base64').toString() : text;
};

test('a queued message arrives as it was written, in Chinese too, with its calendar entry to be answered', async (t) => {
  const database = await testDatabase(t);
  const { received, url } = await mailServer(t);
  const entry =
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:a@x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
  await write(database, [
    to('li@sample.example', {
      to: { address: 'Li@Sample.example', name: '李（示例）' },
      language: 'zh',
      subject: '请确认出席时间',
      body: '您好：\n\n第一行。\n.以点开头的一行：{site}/zh/2027\n',
      attachments: [
        { name: 'forum.ics', type: 'text/calendar; method=REQUEST', text: entry },
        { name: 'note.txt', type: 'text/plain', text: 'a note' },
      ],
    }),
  ]);
  await delivery(t, database, url).run(never);
  const { id } = await database.db.selectFrom('message').select('id').executeTakeFirstOrThrow();
  assert.equal(received.length, 1);
  const [{ from, to: recipients, source }] = received as [Received];
  assert.equal(from, 'office@forum.example');
  assert.deepEqual(recipients, ['li@sample.example']);
  assert.equal(header(source, 'Message-ID'), `<${id}@forum.example>`);
  assert.equal(header(source, 'Auto-Submitted'), 'auto-generated');
  assert.equal(header(source, 'Date'), 'Sun, 01 Nov 2026 00:00:00 +0000');
  assert.match(header(source, 'Subject') ?? '', /^=\?UTF-8\?/);
  assert.equal(
    decoded(source, /content-type: text\/plain; charset=utf-8/i).trim(),
    '您好：\n\n第一行。\n.以点开头的一行：https://forum.example/zh/2027',
  );
  const calendar = decoded(source, /content-type: text\/calendar; charset=utf-8; method=REQUEST/i);
  assert.equal(new ICAL.Component(ICAL.parse(calendar)).getFirstPropertyValue('method'), 'REQUEST');
  assert.match(source, /filename=note.txt/);
  assert.deepEqual(await states(database), [['li@sample.example', 'sent', 1, null]]);
});

test('held messages stay, later ones wait for their hour, and no message is sent twice by processes at work together', async (t) => {
  const database = await testDatabase(t);
  const { received, url } = await mailServer(t);
  await write(database, [to('held@sample.example')], { held: true });
  await write(database, [to('later@sample.example')], { dueAt: '2026-11-02T00:00:00Z' });
  await write(
    database,
    Array.from({ length: 30 }, (_, at) => to(`n${at}@sample.example`)),
  );
  const works = [1, 2, 3].map(() => delivery(t, database, url));
  const nexts = await Promise.all(works.map((work) => work.run(never)));
  assert.deepEqual(
    received.map(({ to: [one] }) => one).toSorted(),
    Array.from({ length: 30 }, (_, at) => `n${at}@sample.example`).toSorted(),
  );
  assert.ok(nexts.some((next) => next?.toISOString() === '2026-11-02T00:00:00.000Z'));
  const later = delivery(t, database, url, () => new Date('2026-11-02T00:00:00Z'));
  assert.equal(await later.run(never), null);
  assert.equal(received.length, 31);
});

test('what is refused for ever has failed, what is put off is tried again with growing pauses and fails in the end', async (t) => {
  const database = await testDatabase(t);
  const { received, url } = await mailServer(t, (recipient) => {
    if (recipient.startsWith('gone')) refuse(550, 'No such mailbox here');
    if (recipient.startsWith('full')) refuse(452, 'Mailbox full');
  });
  await write(
    database,
    ['full', 'gone', 'good'].map((name) => to(`${name}@sample.example`)),
  );
  let now = new Date(AT);
  const work = delivery(t, database, url, () => now);
  const next = await work.run(never);
  assert.equal(received.length, 1);
  const [full, gone, good] = await states(database);
  assert.deepEqual(full!.slice(1, 3), ['queued', 1]);
  assert.match(full![3]!, /452 Mailbox full/);
  assert.deepEqual(gone!.slice(1, 3), ['failed', 1]);
  assert.match(gone![3]!, /550 No such mailbox/);
  assert.equal(good![1], 'sent');
  assert.equal(next?.getTime(), now.getTime() + 5000);
  for (let attempt = 2; attempt <= MAIL_ATTEMPTS; attempt++) now = (await work.run(never)) ?? new Date(now.getTime() + 3_600_000);
  await work.run(never);
  assert.deepEqual((await states(database))[0]!.slice(1, 3), ['failed', MAIL_ATTEMPTS]);
  assert.equal(received.length, 1);
});

test('a mail server that is away takes no attempts from the messages, and says so beside them', async (t) => {
  const database = await testDatabase(t);
  await write(database, [to('a@sample.example')]);
  await assert.rejects(delivery(t, database, 'smtp://127.0.0.1:1').run(never), /ECONNREFUSED/);
  const [[, state, attempts, failure]] = (await states(database)) as [[string, string, number, string]];
  assert.deepEqual([state, attempts], ['queued', 0]);
  assert.match(failure, /ECONNREFUSED/);
});

test('without a mail server a demonstration keeps what would have gone, and production keeps it waiting', async (t) => {
  const database = await testDatabase(t);
  await write(database, [to('a@sample.example')]);
  assert.equal(await delivery(t, database, null, undefined, 'production').run(never), null);
  assert.deepEqual(await states(database), [['a@sample.example', 'queued', 0, null]]);
  await write(database, [to('b@sample.example')], { dueAt: '2026-11-02T00:00:00Z' });
  assert.equal((await delivery(t, database, null).run(never))?.toISOString(), '2026-11-02T00:00:00.000Z');
  assert.deepEqual(
    (await states(database)).map(([address, state]) => [address, state]),
    [
      ['a@sample.example', 'kept'],
      ['b@sample.example', 'queued'],
    ],
  );
});

test('what went out is a record: the database refuses to change it', async (t) => {
  const database = await testDatabase(t);
  await write(database, [to('a@sample.example')]);
  await delivery(t, database, null).run(never);
  for (const change of [{ body: 'other words' }, { state: 'queued', sent_at: null }])
    await assert.rejects(database.db.updateTable('message').set(change).execute(), /is not changed/);
});
