/** A notice as it is typed: times on the edition's wall, positions as lines of text; and read into what is kept. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { done, type Outcome, refused } from '#platform/outcome.ts';
import { show, type Localised, PAGE_LANGUAGES } from '#registry/text.ts';
import { NOTICE_KINDS, type Audience, type NoticeText } from './model.ts';
import { geometryOf, positionsOf, readPositions, type Road, writePositions } from './roads.ts';

const typed = (most: number) =>
  z
    .string()
    .max(most)
    .transform((value) => value.replace(/\r\n?/g, '\n').trim());
const inBoth = (most: number) => z.object({ zh: typed(most).default(''), en: typed(most).default('') });

const road = z.object({
  name: inBoth(300),
  vehicles: inBoth(500),
  shape: z.enum(['line', 'area']),
  startsAt: z.string().max(20),
  endsAt: z.string().max(20),
  dailyFrom: z.string().max(5).default(''),
  dailyUntil: z.string().max(5).default(''),
  points: z.string().max(20_000),
});

export const noticeInput = z.object({
  kind: z.enum(NOTICE_KINDS),
  issuer: inBoth(200),
  title: inBoth(300),
  body: inBoth(20_000),
  /** `2027-10-12T06:00` on the edition's wall; empty for none. */
  validFrom: z.string().max(20).default(''),
  validUntil: z.string().max(20).default(''),
  audience: z.enum(['everybody', 'hosts', 'board', 'activity']),
  board: z.string().max(20).default(''),
  activityNumber: z.string().max(8).default(''),
  roads: z.array(road).max(50).default([]),
});
export type Asked = z.output<typeof noticeInput>;
export type AskedRoad = Asked['roads'][number];

type Wrong = { is: 'bad-input'; errors: { path: string; message: string }[] };

/** Chinese is the source where there is Chinese. */
function localised({ zh, en }: { zh: string; en: string }): Localised | null {
  if (!zh && !en) return null;
  return { source: zh ? 'zh' : 'en', texts: { ...(zh && { zh }), ...(en && { en }) } };
}

function moment(wall: string, zone: string): string | null {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'second' });
  } catch {
    return null;
  }
}

/** `2027-10-12T06:00` on a zone's wall, as a field of a form holds it. */
export const wallOf = (instant: string | null, zone: string): string =>
  instant ? Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }) : '';

const BOARDS = ['main', 'forum', 'exhibition', 'exchange', 'release', 'contest', 'side'];

export function textOf(asked: Asked, zone: string, activityOf: (number: number) => string | null): Outcome<NoticeText, Wrong> {
  const errors: { path: string; message: string }[] = [];
  const wrong = (path: string, message = 'wrong') => void errors.push({ path, message });
  const needed = (path: string, value: { zh: string; en: string }): Localised => {
    const text = localised(value);
    if (!text) wrong(path, 'missing');
    return text ?? { source: 'zh', texts: { zh: '' } };
  };
  const time = (path: string, wall: string): string | null => {
    const at = wall ? moment(wall, zone) : null;
    if (wall && !at) wrong(path);
    return at;
  };
  const validFrom = time('validFrom', asked.validFrom);
  const validUntil = time('validUntil', asked.validUntil);
  if (validFrom && validUntil && Date.parse(validFrom) >= Date.parse(validUntil)) wrong('validUntil', 'badOrder');

  let audience: Audience = { is: 'everybody' };
  if (asked.audience === 'hosts') audience = { is: 'hosts' };
  if (asked.audience === 'board') {
    if (!BOARDS.includes(asked.board)) wrong('audience');
    audience = { is: 'board', board: asked.board };
  }
  if (asked.audience === 'activity') {
    const activity = activityOf(Number(asked.activityNumber));
    if (!activity) wrong('activityNumber');
    else audience = { is: 'activity', activity };
  }

  const features = asked.kind === 'traffic-control' ? asked.roads.filter(isFilled).map((one, at) => roadOf(one, at)) : [];
  function roadOf(one: AskedRoad, at: number): Road {
    const path = (field: string) => `roads.${at}.${field}`;
    const points = readPositions(one.points);
    if (!points || points.length < (one.shape === 'line' ? 2 : 3)) wrong(path('points'));
    const startsAt = time(path('startsAt'), one.startsAt);
    const endsAt = time(path('endsAt'), one.endsAt);
    if (!startsAt) wrong(path('startsAt'));
    if (!endsAt || (startsAt && Date.parse(startsAt) >= Date.parse(endsAt))) wrong(path('endsAt'), 'badOrder');
    const daily = one.dailyFrom && one.dailyUntil ? { from: one.dailyFrom, until: one.dailyUntil } : null;
    if ((one.dailyFrom === '') !== (one.dailyUntil === '')) wrong(path('dailyUntil'));
    const properties = {
      ...{ name: needed(path('name'), one.name), vehicles: needed(path('vehicles'), one.vehicles) },
      ...{ startsAt: startsAt ?? '', endsAt: endsAt ?? '', daily },
    };
    const drawn =
      points && points.length >= (one.shape === 'line' ? 2 : 3)
        ? points
        : ([
            [0, 0],
            [0, 0],
            [0, 0],
          ] as [number, number][]);
    return { type: 'Feature', properties, geometry: geometryOf(one.shape, drawn) };
  }
  const text: NoticeText = {
    kind: asked.kind,
    issuer: needed('issuer', asked.issuer),
    title: needed('title', asked.title),
    body: needed('body', asked.body),
    ...{ validFrom, validUntil, audience },
    roads: features.length > 0 ? { type: 'FeatureCollection', features } : null,
  };
  return errors.length > 0 ? refused({ is: 'bad-input', errors }) : done(text);
}

/** A row that nothing was typed into is none. */
const isFilled = ({ name, points, vehicles }: AskedRoad): boolean =>
  [name.zh, name.en, points, vehicles.zh, vehicles.en].some((value) => value.trim());

const typedOf = (text: Localised): { zh: string; en: string } => {
  const [zh, en] = PAGE_LANGUAGES.map((language) => {
    const shown = show(text, language);
    return shown.untranslated ? '' : shown.text;
  });
  return { zh: zh ?? '', en: en ?? '' };
};

/** What is kept, as the form shows it; the counterpart of `textOf`. */
export function askedOf(text: NoticeText, zone: string, numberOf: (activity: string) => number | null): Asked {
  const { audience } = text;
  return {
    kind: text.kind,
    ...{ issuer: typedOf(text.issuer), title: typedOf(text.title), body: typedOf(text.body) },
    ...{ validFrom: wallOf(text.validFrom, zone), validUntil: wallOf(text.validUntil, zone) },
    audience: audience.is,
    board: audience.is === 'board' ? audience.board : '',
    activityNumber: audience.is === 'activity' ? String(numberOf(audience.activity) ?? '') : '',
    roads: (text.roads?.features ?? []).map((road) => ({
      ...{ name: typedOf(road.properties.name), vehicles: typedOf(road.properties.vehicles) },
      shape: road.geometry.type === 'LineString' ? ('line' as const) : ('area' as const),
      ...{ startsAt: wallOf(road.properties.startsAt, zone), endsAt: wallOf(road.properties.endsAt, zone) },
      ...{ dailyFrom: road.properties.daily?.from ?? '', dailyUntil: road.properties.daily?.until ?? '' },
      points: writePositions(positionsOf(road)),
    })),
  };
}
