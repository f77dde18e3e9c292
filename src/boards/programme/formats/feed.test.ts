import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import type { EditionContent } from '../content.ts';
import { houseInMemory } from '../house-in-memory.ts';
import { parseXml } from '../import/xml.ts';
import { smallEdition } from '../pages/small-edition.ts';
import { activityCalendar, feed, personCalendar } from './feed.ts';

const at = (day: number) => `2022-10-0${day}T00:00:00Z`;

/** A house in which the edition was changed by each step in turn. */
function houseAfter(...steps: ((content: EditionContent) => void)[]) {
  const history = [{ content: smallEdition(), publishedAt: at(1) }];
  for (const [index, step] of steps.entries()) {
    const content = structuredClone(history.at(-1)!.content);
    step(content);
    history.push({ content, publishedAt: at(index + 2) });
  }
  return houseInMemory(history, { publicUrl: 'https://forum.example.org' });
}

async function events(house: ReturnType<typeof houseAfter>, query = '', file = 'schedule.ics') {
  const { body } = (await feed(house, '2022', file, new URLSearchParams(query)))!;
  return entriesOf(String(body));
}

function entriesOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toUnixTime(),
      zone: event.startDate.zone?.tzid,
      status: value('status'),
      sequence: Number(value('sequence')),
      modified: value('last-modified'),
    };
  });
}

const guid = (number: number) => smallEdition().activities.find((activity) => activity.number === number)!.guid;
const find = (content: EditionContent, number: number) => content.activities.find((activity) => activity.number === number)!;

test('the whole calendar has an entry for each activity, with times that a calendar program understands', async () => {
  const found = await events(houseAfter());
  assert.deepEqual(
    found.map(({ uid }) => uid),
    [10, 11, 12].map((number) => `${guid(number)}@everforum`),
  );
  const content = smallEdition();
  assert.deepEqual(
    found.map(({ start }) => start * 1000),
    content.activities.map(({ startsAt }) => Date.parse(startsAt!)),
  );
  assert.deepEqual(
    found.map(({ zone }) => zone),
    ['Asia/Shanghai', 'Asia/Shanghai', 'Europe/Berlin'],
  );
});

test('a move keeps the UID, raises SEQUENCE and dates LAST-MODIFIED; what did not move keeps both', async () => {
  const house = houseAfter((content) => {
    Object.assign(find(content, 11), { startsAt: '2022-11-27T05:30:00Z', endsAt: '2022-11-27T09:00:00Z' });
  });
  const [first, moved] = [
    (await events(house)).find(({ uid }) => uid.startsWith(guid(10)))!,
    (await events(house)).find(({ uid }) => uid.startsWith(guid(11)))!,
  ];
  assert.deepEqual([first.sequence, first.modified], [0, '2022-10-01T00:00:00Z']);
  assert.deepEqual([moved.sequence, moved.modified, moved.start * 1000], [1, '2022-10-02T00:00:00Z', Date.parse('2022-11-27T05:30:00Z')]);
});

test('what is called off, postponed or gone stays as CANCELLED, in every calendar that had it and in no other', async () => {
  const house = houseAfter(
    (content) => void (find(content, 10).state = 'cancelled'),
    (content) => void (find(content, 11).state = 'postponed'),
    (content) => void content.activities.splice(2, 1),
    (content) => void (find(content, 10).capacity = 5),
  );
  const found = await events(house);
  assert.deepEqual(
    found.map(({ uid, status }) => [uid, status]).sort(),
    [10, 11, 12].map((number) => [`${guid(number)}@everforum`, 'CANCELLED']),
  );
  assert.ok(found.every(({ sequence }) => sequence > 0));
  assert.equal((await events(house, 'venue=berlin')).length, 1);
  assert.equal((await events(house, 'venue=park')).length, 0);
  const one = await activityCalendar(house, '2022', 'berlin-forum', new URLSearchParams());
  assert.deepEqual(
    entriesOf(String(one!.body)).map(({ status }) => status),
    ['CANCELLED'],
  );
});

test('what lost its time is told with the time it had, as CANCELLED', async () => {
  const house = houseAfter((content) => void Object.assign(find(content, 11), { state: 'postponed', startsAt: null, endsAt: null }));
  const found = (await events(house)).find(({ uid }) => uid.startsWith(guid(11)))!;
  assert.deepEqual([found.status, found.start * 1000], ['CANCELLED', Date.parse('2022-11-26T05:30:00Z')]);
});

test('a person’s calendar holds the sessions they are in; a day of one’s own holds what was chosen', async () => {
  const house = houseAfter();
  const person = await personCalendar(house, '2022', 'speaker-two', new URLSearchParams('lang=en'));
  assert.deepEqual(
    entriesOf(String(person!.body)).map(({ summary }) => summary),
    ['Flexible electrodes'],
  );
  assert.deepEqual((await events(house, 'activity=11,102&lang=en')).map(({ summary }) => summary).sort(), [
    'Flexible electrodes',
    'Open-Source Chip Forum',
  ]);
});

test('lines are at most 75 octets, cut between characters', async () => {
  const house = houseAfter((content) => void (find(content, 10).abstract = { source: 'zh', texts: { zh: '论坛，'.repeat(200) } }));
  const { body } = (await feed(house, '2022', 'schedule.ics', new URLSearchParams()))!;
  for (const line of String(body).split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75 && !line.includes('\ufffd'), line);
});

test('a zone is defined with its changes of offset', async () => {
  const house = houseAfter((content) => {
    Object.assign(find(content, 12), { startsAt: '2022-03-26T08:00:00Z', endsAt: '2022-03-26T10:00:00Z' });
    Object.assign(find(content, 11), { room: find(content, 12).room, startsAt: '2022-10-31T08:00:00Z', endsAt: '2022-10-31T10:00:00Z' });
  });
  const { body } = (await feed(house, '2022', 'schedule.ics', new URLSearchParams()))!;
  const zone = /BEGIN:VTIMEZONE\r\nTZID:Europe\/Berlin[\s\S]*?END:VTIMEZONE/.exec(String(body))![0];
  assert.match(zone, /BEGIN:DAYLIGHT\r\nDTSTART:20220327T020000\r\nTZOFFSETFROM:\+0100\r\nTZOFFSETTO:\+0200/);
  assert.match(zone, /BEGIN:STANDARD\r\nDTSTART:20221030T030000\r\nTZOFFSETFROM:\+0200\r\nTZOFFSETTO:\+0100/);
});

test('the feed of changes has an entry for each version, of a part only those that touch it, with identifiers that stay', async () => {
  const house = houseAfter(
    (content) => void (find(content, 10).room = content.places[4]!.id),
    (content) => void (find(content, 12).state = 'cancelled'),
  );
  const read = async (query: string) => {
    const { body } = (await feed(house, '2022', 'changes.atom', new URLSearchParams(query)))!;
    const root = parseXml(String(body));
    const child = (of: typeof root, name: string) => of.children.find((one) => one.name === name)!;
    return {
      id: child(root, 'id').text,
      entries: root.children
        .filter(({ name }) => name === 'entry')
        .map((entry) => ({ id: child(entry, 'id').text, content: child(entry, 'content').text })),
    };
  };
  const whole = await read('lang=en');
  assert.equal(whole.entries.length, 3);
  assert.match(whole.entries[1]!.content, /Brain–Computer Interface Forum.*Room: Room 301 → Blast Furnace/s);
  const berlin = await read('lang=en&venue=berlin');
  assert.deepEqual(
    berlin.entries.map(({ content }) => content.includes('Berlin Sub-Venue')),
    [true, false],
  );
  assert.deepEqual(await read('lang=en&venue=berlin'), berlin);
  assert.notEqual(whole.id, berlin.id);
  assert.equal(new Set([...whole.entries, ...berlin.entries].map(({ id }) => id)).size, 5);
});

test('schedules leave out what does not take place, where they have no word for it', async () => {
  const house = houseAfter((content) => void (find(content, 11).state = 'cancelled'));
  const body = async (file: string) => String((await feed(house, '2022', file, new URLSearchParams('lang=en')))!.body);
  assert.ok(!(await body('schedule.xml')).includes('Open-Source Chip Forum'));
  assert.ok(!(await body('schedule.json')).includes('Open-Source Chip Forum'));
  const { schedule } = JSON.parse(await body('schedule2.json')) as { schedule: { events: { title: string; state: string }[] } };
  assert.equal(schedule.events.find(({ title }) => title === 'Open-Source Chip Forum')?.state, 'CANCELED');
});

test('a part of the programme is a part of every file', async () => {
  const house = houseAfter();
  for (const file of ['schedule.xml', 'schedule.json', 'schedule2.json', 'schedule.ics', 'activities.csv']) {
    const body = String((await feed(house, '2022', file, new URLSearchParams('lang=en&venue=berlin')))!.body);
    assert.ok(body.includes('Berlin Sub-Venue') && !body.includes('Open-Source Chip'), file);
  }
});

test('what is not there is not given', async () => {
  const house = houseAfter();
  assert.equal(await feed(house, '1999', 'schedule.xml', new URLSearchParams()), null);
  assert.equal(await feed(house, '2022', 'secrets.csv', new URLSearchParams()), null);
  assert.equal(await activityCalendar(house, '2022', 'none', new URLSearchParams()), null);
  assert.equal(await personCalendar(house, '2022', 'none', new URLSearchParams()), null);
});

test('every list is given in both forms and languages, the same bytes each time', async () => {
  const house = houseAfter();
  for (const list of ['activities', 'sessions', 'people', 'organisations', 'places', 'results', 'changes']) {
    for (const ending of ['csv', 'xlsx']) {
      for (const language of ['zh', 'en']) {
        const made = async () =>
          Buffer.from((await feed(house, '2022', `${list}.${ending}`, new URLSearchParams({ lang: language })))!.body as string);
        const file = await made();
        assert.ok(file.equals(await made()), `${list}.${ending}`);
        if (ending === 'csv') assert.equal(file.subarray(0, 3).toString('hex'), 'efbbbf');
      }
    }
  }
});
