/**
 * The three venues that the text names and the sub-venues abroad. The venues are real; names, sizes and equipment of their rooms are sample
 * data, and so are the cities abroad: the text says only that there were 22 in 14 countries.
 */
import type { Place, Travel, Uuid } from '../src/boards/programme/content.ts';
import { idOf, type Pair, slugOf, text } from './identity.ts';

export const placeId = (key: string): Uuid => idOf('place', key);

const nowhere = { timeZone: null, country: null, latitude: null, longitude: null, address: null, capacity: null };
const EVERY_ROOM = ['projection', 'video-conference', 'streaming'];

interface RoomPlan {
  key: string;
  name: Pair;
  /** Seats in theatre rows. */
  seats: number;
  kind?: 'room' | 'hall';
  equipment?: string[];
  parallel?: boolean;
}

const layoutsFor = (seats: number): Place['layouts'] => [
  { layout: 'theatre', seats },
  { layout: 'classroom', seats: Math.floor(seats * 0.6) },
  ...(seats <= 300 ? [{ layout: 'round-table', seats: Math.floor(seats * 0.4) }] : []),
];

const room = (parent: string, plan: RoomPlan): Place => ({
  ...nowhere,
  id: placeId(plan.key),
  slug: plan.key,
  kind: plan.kind ?? 'room',
  parent: placeId(parent),
  name: text(plan.name),
  capacity: plan.seats,
  layouts: plan.kind === 'hall' ? [{ layout: 'exhibition', seats: plan.seats }] : layoutsFor(plan.seats),
  equipment: [...EVERY_ROOM, ...(plan.equipment ?? [])],
  parallel: plan.parallel ?? false,
  role: 'venue',
  sample: true,
});

const inside = (key: string, kind: 'floor' | 'hall', parent: string, name: Pair): Place => ({
  ...nowhere,
  id: placeId(key),
  slug: key,
  kind,
  parent: placeId(parent),
  name: text(name),
  layouts: [],
  equipment: [],
  parallel: false,
  role: 'venue',
  sample: true,
});

const venue = (
  key: string,
  role: Place['role'],
  parent: string,
  name: Pair,
  address: Pair,
  at: [number, number],
  sample: boolean,
): Place => ({
  ...nowhere,
  id: placeId(key),
  slug: key,
  kind: 'venue',
  parent: placeId(parent),
  name: text(name),
  latitude: at[0],
  longitude: at[1],
  address: text(address),
  layouts: [],
  equipment: [],
  parallel: false,
  role,
  sample,
});

const site = (
  key: string,
  role: Place['role'],
  name: Pair,
  zone: string,
  country: string,
  at: [number, number],
  sample: boolean,
): Place => ({
  ...nowhere,
  id: placeId(key),
  slug: key,
  kind: 'site',
  parent: null,
  name: text(name),
  timeZone: zone,
  country,
  latitude: at[0],
  longitude: at[1],
  layouts: [],
  equipment: [],
  parallel: false,
  role,
  sample,
});

export const beijing = (): Place => site('beijing', 'main', ['北京', 'Beijing'], 'Asia/Shanghai', 'CN', [39.9042, 116.4074], false);

const INTERPRETED = ['interpretation', 'recording', 'hearing-loop'];

function mainVenues(): Place[] {
  return [
    venue(
      'national-convention-centre',
      'main',
      'beijing',
      ['国家会议中心', 'National Convention Centre'],
      ['北京市朝阳区', 'Chaoyang District, Beijing'],
      [40.0031, 116.3853],
      false,
    ),
    // The hall of the ceremonies comes first, wherever it lies.
    inside('ncc-floor-4', 'floor', 'national-convention-centre', ['四层', 'Level 4']),
    room('ncc-floor-4', { key: 'grand-hall-a', name: ['大会堂A', 'Grand Hall A'], seats: 3000, equipment: [...INTERPRETED, 'led-wall'] }),
    inside('ncc-floor-1', 'floor', 'national-convention-centre', ['一层', 'Level 1']),
    room('ncc-floor-1', { key: 'hall-e1', name: ['展厅E1', 'Hall E1'], seats: 6000, kind: 'hall', parallel: true, equipment: ['power'] }),
    inside('ncc-floor-2', 'floor', 'national-convention-centre', ['二层', 'Level 2']),
    room('ncc-floor-2', { key: 'hall-b', name: ['会议厅B', 'Hall B'], seats: 800, equipment: [...INTERPRETED, 'led-wall'] }),
    room('ncc-floor-2', { key: 'hall-c', name: ['会议厅C', 'Hall C'], seats: 600, equipment: [...INTERPRETED, 'led-wall'] }),
    inside('ncc-floor-3', 'floor', 'national-convention-centre', ['三层', 'Level 3']),
    room('ncc-floor-3', { key: 'room-301', name: ['301会议室', 'Room 301'], seats: 300, equipment: INTERPRETED }),
    room('ncc-floor-3', { key: 'room-303', name: ['303会议室', 'Room 303'], seats: 300, equipment: INTERPRETED }),
    room('ncc-floor-3', { key: 'room-305', name: ['305会议室', 'Room 305'], seats: 300, equipment: INTERPRETED }),
    room('ncc-floor-3', { key: 'room-307', name: ['307会议室', 'Room 307'], seats: 240, equipment: INTERPRETED }),
    room('ncc-floor-3', { key: 'room-309', name: ['309会议室', 'Room 309'], seats: 240, equipment: INTERPRETED }),
    room('ncc-floor-3', { key: 'room-311', name: ['311会议室', 'Room 311'], seats: 220, equipment: ['recording', 'voting'] }),
    room('ncc-floor-4', { key: 'room-402', name: ['402会议室', 'Room 402'], seats: 180, equipment: INTERPRETED }),
    room('ncc-floor-4', { key: 'room-405', name: ['405会议室', 'Room 405'], seats: 180, equipment: ['interpretation'] }),
    venue(
      'zgc-exhibition-centre',
      'venue',
      'beijing',
      ['中关村国家自主创新示范区展示中心', 'ZGC National Innovation Demonstration Zone Exhibition Centre'],
      ['北京市海淀区', 'Haidian District, Beijing'],
      [39.9899, 116.2758],
      false,
    ),
    inside('zgc-meeting-centre', 'hall', 'zgc-exhibition-centre', ['会议中心', 'Meeting centre']),
    room('zgc-meeting-centre', {
      key: 'conference-hall',
      name: ['会议厅', 'Conference hall'],
      seats: 500,
      equipment: [...INTERPRETED, 'led-wall'],
    }),
    room('zgc-meeting-centre', {
      key: 'pitch-hall',
      name: ['路演厅', 'Pitch hall'],
      seats: 160,
      equipment: ['recording', 'interpretation'],
    }),
    room('zgc-meeting-centre', {
      key: 'signing-hall',
      name: ['签约厅', 'Signing hall'],
      seats: 200,
      equipment: ['interpretation', 'recording'],
    }),
    room('zgc-meeting-centre', {
      key: 'matchmaking-hall',
      name: ['洽谈厅', 'Matchmaking hall'],
      seats: 600,
      parallel: true,
      equipment: ['interpretation'],
    }),
    inside('zgc-show-hall', 'hall', 'zgc-exhibition-centre', ['展示厅', 'Show hall']),
    room('zgc-show-hall', { key: 'lecture-hall', name: ['报告厅', 'Lecture hall'], seats: 280, equipment: INTERPRETED }),
    room('zgc-show-hall', { key: 'scenario-hall', name: ['场景体验厅', 'Scenario hall'], seats: 120, equipment: ['power', 'led-wall'] }),
    venue(
      'shougang-park',
      'venue',
      'beijing',
      ['首钢园', 'Shougang Park'],
      ['北京市石景山区', 'Shijingshan District, Beijing'],
      [39.9096, 116.1553],
      false,
    ),
    inside('shougang-north', 'hall', 'shougang-park', ['北区', 'North area']),
    room('shougang-north', {
      key: 'blast-furnace-3',
      name: ['三高炉', 'Blast Furnace No. 3'],
      seats: 900,
      equipment: ['led-wall', 'recording', 'interpretation'],
    }),
    room('shougang-north', { key: 'silo-theatre', name: ['筒仓剧场', 'Silo theatre'], seats: 260, equipment: ['led-wall', 'recording'] }),
    room('shougang-north', { key: 'crane-studio', name: ['吊车工坊', 'Crane studio'], seats: 150, equipment: ['power'] }),
  ];
}

export interface SubVenue {
  key: string;
  city: Pair;
  zone: string;
  country: string;
  at: [number, number];
}

const sub = (city: Pair, country: string, zone: string, at: [number, number]): SubVenue => ({
  key: slugOf(city[1]),
  city,
  zone,
  country,
  at,
});

export const SUB_VENUES: readonly SubVenue[] = [
  sub(['新加坡', 'Singapore'], 'SG', 'Asia/Singapore', [1.2903, 103.852]),
  sub(['柏林', 'Berlin'], 'DE', 'Europe/Berlin', [52.52, 13.405]),
  sub(['慕尼黑', 'Munich'], 'DE', 'Europe/Berlin', [48.1374, 11.5755]),
  sub(['伦敦', 'London'], 'GB', 'Europe/London', [51.5072, -0.1276]),
  sub(['爱丁堡', 'Edinburgh'], 'GB', 'Europe/London', [55.9533, -3.1883]),
  sub(['巴黎', 'Paris'], 'FR', 'Europe/Paris', [48.8566, 2.3522]),
  sub(['格勒诺布尔', 'Grenoble'], 'FR', 'Europe/Paris', [45.1885, 5.7245]),
  sub(['赫尔辛基', 'Helsinki'], 'FI', 'Europe/Helsinki', [60.1699, 24.9384]),
  sub(['东京', 'Tokyo'], 'JP', 'Asia/Tokyo', [35.6764, 139.65]),
  sub(['大阪', 'Osaka'], 'JP', 'Asia/Tokyo', [34.6937, 135.5023]),
  sub(['首尔', 'Seoul'], 'KR', 'Asia/Seoul', [37.5519, 126.9918]),
  sub(['吉隆坡', 'Kuala Lumpur'], 'MY', 'Asia/Kuala_Lumpur', [3.1499, 101.6945]),
  sub(['曼谷', 'Bangkok'], 'TH', 'Asia/Bangkok', [13.7524, 100.4935]),
  sub(['阿布扎比', 'Abu Dhabi'], 'AE', 'Asia/Dubai', [24.4539, 54.3773]),
  sub(['开普敦', 'Cape Town'], 'ZA', 'Africa/Johannesburg', [-33.9221, 18.4231]),
  sub(['约翰内斯堡', 'Johannesburg'], 'ZA', 'Africa/Johannesburg', [-26.2044, 28.0456]),
  sub(['圣保罗', 'São Paulo'], 'BR', 'America/Sao_Paulo', [-23.5558, -46.6396]),
  sub(['里约热内卢', 'Rio de Janeiro'], 'BR', 'America/Sao_Paulo', [-22.9068, -43.1729]),
  sub(['多伦多', 'Toronto'], 'CA', 'America/Toronto', [43.6532, -79.3832]),
  sub(['温哥华', 'Vancouver'], 'CA', 'America/Vancouver', [49.2827, -123.1207]),
  sub(['悉尼', 'Sydney'], 'AU', 'Australia/Sydney', [-33.8688, 151.2093]),
  sub(['墨尔本', 'Melbourne'], 'AU', 'Australia/Melbourne', [-37.8136, 144.9631]),
];

export const subVenueRoom = (key: string): string => `${key}-hall`;

function subVenuePlaces({ key, city, zone, country, at }: SubVenue): Place[] {
  const hub = `${key}-innovation-hub`;
  return [
    site(key, 'sub-venue', city, zone, country, at, true),
    venue(
      hub,
      'venue',
      key,
      [`${city[0]}示例创新中心`, `Sample Innovation Hub ${city[1]}`],
      [`${city[0]}市区（示例地址）`, `Central ${city[1]} (sample address)`],
      at,
      true,
    ),
    room(hub, { key: subVenueRoom(key), name: ['分会场主厅', 'Main hall'], seats: 120, equipment: INTERPRETED }),
  ];
}

export const places2022 = (): Place[] => [beijing(), ...mainVenues(), ...SUB_VENUES.flatMap(subVenuePlaces)];

/** Minutes by car between the venues of Beijing; a day at least between Beijing and a sub-venue abroad. */
export function travel2022(): Travel[] {
  const way = (from: string, to: string, minutes: number): Travel => ({ from: placeId(from), to: placeId(to), minutes });
  return [
    ...SUB_VENUES.map(({ key }) => way('beijing', key, 1440)),
    way('national-convention-centre', 'zgc-exhibition-centre', 25),
    way('national-convention-centre', 'shougang-park', 40),
    way('zgc-exhibition-centre', 'shougang-park', 35),
  ];
}
