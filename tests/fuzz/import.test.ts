/**
 * Files that somebody damaged: whatever is in them, reading and merging them ends in content or in a clear refusal, in bounded time and
 * memory, and what cannot be read changes nothing. `FUZZ=50000` runs more inputs, `FUZZ_SEED=1` other ones.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { OUT } from '#boards/programme/import/formats.example.ts';
import { problemTold } from '#boards/programme/import/imported.ts';
import { planImport } from '#boards/programme/import/plan.ts';
import { readFile } from '#boards/programme/import/read-file.ts';
import { shared, sourceOf } from '#boards/programme/formats/testing.ts';
import { smallEdition } from '#boards/programme/pages/small-edition.ts';
import { Random } from '#engines/random.ts';

const COUNT = Number(process.env.FUZZ ?? 2000);
const SEED = Number(process.env.FUZZ_SEED ?? 20221126);
/** No input of these sizes may take longer; a hang is what is meant, not a slow machine. */
const PATIENCE = 20_000;

const TOKENS = [
  '<', '>', '&', '&amp;', '&#0;', '&#xffffffff;', '<!DOCTYPE a>', ']]>', '<![CDATA[', '"', "'", '{', '}', '[', ']', ',', ':', '\\', '\\u0000', '\ud800', '\0', '\n', '\r\n ', ';', '=cmd()', '-1',
  '99999999999999999999', '1e400', '2022-02-30', '0000-00-00T00:00:00Z', '9999-12-31T23:59:59+99:99', '24:61', 'null', 'true', '[]', '{}', 'BEGIN:VEVENT', 'END:VEVENT', 'END:VCALENDAR', 'DTSTART:', 'RRULE:FREQ=SECONDLY',
  'TZID=Mars/Phobos:', 'guid="', 'id="-5"', '../../etc/passwd', 'javascript:alert(1)', '__proto__', 'constructor', '\u202e', '\ufeff', 'é', '论坛', ' ', '\t', 'A'.repeat(5000),
]; // prettier-ignore

const existing = smallEdition();
const seeds: Buffer[] = Object.values(OUT).flatMap((write) =>
  ['zh', 'en'].map((language) => Buffer.from(write(sourceOf(existing, language)))),
);
for (const name of ['fosdem-2024.schedule.xml', 'jev22-everything.schedule.json', 'pyconuk-2015.schedule.ics']) {
  const path = shared(`schedules/${name}`);
  // A stretch of a real file is as good as all of it, and quicker.
  if (path) seeds.push(readFileSync(path).subarray(0, 30_000));
}

test(`${COUNT} damaged files are read or refused, and change nothing where they are refused`, async () => {
  const { next, integer } = dice(SEED);
  const before = JSON.stringify(existing);
  let read = 0;
  let refused = 0;
  for (let run = 0; run < COUNT; run++) {
    const bytes = damaged(seeds[integer(seeds.length)]!, next, integer);
    const started = performance.now();
    const outcome = await readFile(bytes);
    if (!outcome.ok) {
      refused++;
      assert.ok(problemTold(outcome.problem).length > 10 && problemTold(outcome.problem).length < 2000, `run ${run}`);
    } else {
      read++;
      for (const remark of outcome.value.remarks)
        assert.ok(remark.text.length > 0 && remark.text.length < 2000, `run ${run}: ${remark.text.slice(0, 200)}`);
      const plan = await planImport({
        file: outcome.value,
        into: '2022',
        existing: run % 2 === 0 ? existing : null,
        series: null,
        known: [],
        published: new Set(),
        gone: null,
        now: '2022-10-01T00:00:00Z',
        zone: null,
      });
      fits(plan.content, run);
    }
    assert.ok(performance.now() - started < PATIENCE, `run ${run} took too long`);
  }
  assert.equal(JSON.stringify(existing), before, 'the edition is never changed in place');
  assert.equal(read + refused, COUNT);
  assert.ok(COUNT < 200 || (read > COUNT / 20 && refused > COUNT / 20), `both ends are reached: ${read} read, ${refused} refused`);
});

/** What the tables would refuse is never made. */
function fits(content: Awaited<ReturnType<typeof planImport>>['content'], run: number): void {
  const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const unique = (values: readonly unknown[], what: string) =>
    assert.equal(new Set(values).size, values.length, `run ${run}: ${what} twice`);
  const ids = new Set(
    [...content.places, ...content.people, ...content.topics, ...content.focuses, ...content.organisations].map(({ id }) => id),
  );
  for (const list of [content.places, content.people, content.topics, content.organisations, content.activities]) {
    unique(
      list.map((item) => item.slug),
      'a slug',
    );
    unique(
      list.map((item) => item.id),
      'an id',
    );
    for (const item of list) assert.ok(slug.test(item.slug) && item.slug.length <= 120, `run ${run}: ${item.slug}`);
  }
  unique(
    content.activities.map(({ number }) => number),
    'a number',
  );
  unique(
    content.activities.map(({ guid }) => guid),
    'a guid',
  );
  for (const activity of content.activities) {
    assert.ok(
      Number.isInteger(activity.number) && activity.number > 0 && activity.number < 2 ** 31,
      `run ${run}: number ${activity.number}`,
    );
    assert.equal(activity.startsAt === null, activity.endsAt === null, `run ${run}`);
    for (const { startsAt, endsAt } of [activity, ...activity.sessions]) {
      if (startsAt && endsAt) assert.ok(Date.parse(startsAt) <= Date.parse(endsAt), `run ${run}: ${startsAt} ${endsAt}`);
    }
    for (const id of [activity.room, activity.topic, activity.focus, ...activity.people.map(({ person }) => person)])
      assert.ok(!id || ids.has(id), `run ${run}: ${id}`);
    unique(
      activity.people.map(({ person, role }) => `${person} ${role}`),
      'a role',
    );
    for (const { url } of activity.links) assert.ok(/^https?:\/\//.test(url), `run ${run}: ${url}`);
  }
  for (const place of content.places)
    assert.ok(place.kind !== 'site' || (place.timeZone && !place.parent), `run ${run}: site ${place.slug}`);
  // jsonb holds neither of these.
  JSON.stringify(content, (_key, value: unknown) => {
    if (typeof value === 'string')
      assert.ok(value.isWellFormed() && !value.includes('\0'), `run ${run}: ${JSON.stringify(value).slice(0, 200)}`);
    return value;
  });
}

function dice(seed: number) {
  const source = new Random(seed);
  const next = () => (source.next() >>> 0) / 2 ** 32;
  return { next, integer: (below: number) => Math.floor(next() * below) };
}

/** One to six wounds: bits, tokens, cuts, repeats, swaps of stretches. */
function damaged(seed: Buffer, next: () => number, integer: (below: number) => number): Buffer {
  let bytes = Buffer.from(seed);
  for (let wounds = 1 + integer(6); wounds > 0 && bytes.length > 0; wounds--) {
    const at = integer(bytes.length);
    const length = integer(Math.min(400, bytes.length - at) + 1);
    const stretch = bytes.subarray(at, at + length);
    const kind = integer(9);
    if (kind === 0) bytes[at] = integer(256);
    else if (kind <= 3)
      bytes = Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(TOKENS[integer(TOKENS.length)]!),
        bytes.subarray(at + (next() < 0.5 ? 0 : length)),
      ]);
    else if (kind === 4) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 5) bytes = Buffer.concat([bytes.subarray(0, at), stretch, stretch, stretch, bytes.subarray(at)]);
    else if (kind === 6 && next() < 0.2) bytes = bytes.subarray(0, at);
    else if (kind === 7) {
      const to = integer(bytes.length);
      bytes = Buffer.concat([bytes.subarray(0, to), stretch, bytes.subarray(to)]);
    } else if (kind === 8) for (let flips = 0; flips < 8; flips++) bytes[integer(bytes.length)]! ^= 1 << integer(8);
  }
  return bytes;
}
