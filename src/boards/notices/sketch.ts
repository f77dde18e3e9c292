/**
 * Roads and areas as a drawing: positions projected onto a plane about their middle (good to a metre over a city), venues near them, a
 * grid of round minutes of arc and a bar of a round length. Pure, so that the page's drawing needs no map and no script.
 */
import type { Localised } from '#registry/text.ts';
import { type Position, positionsOf, type Roads } from './roads.ts';

export interface Sketch {
  width: number;
  height: number;
  roads: { path: string; area: boolean; label: { x: number; y: number } }[];
  venues: { x: number; y: number; name: Localised; before: boolean }[];
  grid: { x1: number; y1: number; x2: number; y2: number; label: string }[];
  bar: { px: number; metres: number };
}

const WIDTH = 960;
const TALLEST = 720;
const METRES_PER_DEGREE = 111_320;
const MARGIN = 56;

export function sketchOf(roads: Roads, venues: readonly { name: Localised; at: Position }[]): Sketch {
  const drawn = roads.features.map((road) => ({ area: road.geometry.type === 'Polygon', points: positionsOf(road) }));
  const own = boundsOf(drawn.flatMap(({ points }) => points));
  const reach = Math.max(own.east - own.west, own.north - own.south, 0.004);
  const near = venues.filter(
    ({ at: [x, y] }) => x > own.west - reach && x < own.east + reach && y > own.south - reach && y < own.north + reach,
  );
  const { west, east, south, north } = boundsOf([...drawn.flatMap(({ points }) => points), ...near.map(({ at }) => at)]);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  // As large as both the width and the height allow: a road to the north is no more cut off than one to the east.
  const scale = Math.min((WIDTH - 2 * MARGIN) / Math.max((east - west) * squeeze, 0.003), (TALLEST - 2 * MARGIN) / (north - south));
  const height = Math.round(Math.max(320, (north - south) * scale + 2 * MARGIN));
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const place = ([longitude, latitude]: Position): [number, number] => [
    round(WIDTH / 2 + (longitude - middle[0]) * squeeze * scale),
    round(height / 2 - (latitude - middle[1]) * scale),
  ];
  const metresPerPixel = METRES_PER_DEGREE / scale;
  const metres = roundLength(metresPerPixel * 180);
  return {
    ...{ width: WIDTH, height },
    roads: drawn.map(({ area, points }) => {
      const at = points.map(place);
      return { area, path: `M${at.map(([x, y]) => `${x} ${y}`).join('L')}${area ? 'Z' : ''}`, label: area ? centre(at) : midway(at) };
    }),
    venues: near.map(({ at, name }) => {
      const [x, y] = place(at);
      return { x, y, name, before: x > WIDTH * 0.7 };
    }),
    grid: gridOf(middle, WIDTH / 2 / squeeze / scale, height / 2 / scale, place, height),
    bar: { px: round(metres / metresPerPixel), metres },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function boundsOf(points: readonly Position[]) {
  const [x, y] = [points.map(([longitude]) => longitude), points.map(([, latitude]) => latitude)];
  return { west: Math.min(...x), east: Math.max(...x), south: Math.min(...y), north: Math.max(...y) };
}

function centre(points: readonly [number, number][]): { x: number; y: number } {
  const sum = points.reduce(([a, b], [x, y]) => [a + x, b + y], [0, 0]);
  return { x: round(sum[0]! / points.length), y: round(sum[1]! / points.length) };
}

/** The point half the way along a line. */
function midway(points: readonly [number, number][]): { x: number; y: number } {
  const steps = points.slice(1).map(([x, y], at) => Math.hypot(x - points[at]![0], y - points[at]![1]));
  let left = steps.reduce((sum, step) => sum + step, 0) / 2;
  for (const [at, step] of steps.entries()) {
    if (left <= step && step > 0) {
      const [[x1, y1], [x2, y2]] = [points[at]!, points[at + 1]!];
      return { x: round(x1 + ((x2 - x1) * left) / step), y: round(y1 + ((y2 - y1) * left) / step) };
    }
    left -= step;
  }
  return { x: points[0]![0], y: points[0]![1] };
}

/** 1, 2 or 5 times a power of ten, at most `most`. */
function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([5, 2, 1].find((times) => times * power <= most) ?? 1);
}

/** Minutes of arc: 60 to a degree. */
const STEPS = [0.5, 1, 2, 5, 10, 30, 60, 300];

function gridOf(
  [longitude, latitude]: Position,
  across: number,
  up: number,
  place: (position: Position) => [number, number],
  height: number,
): Sketch['grid'] {
  const step = (STEPS.find((minutes) => (2 * across * 60) / minutes <= 6) ?? 600) / 60;
  const lines: Sketch['grid'] = [];
  for (let at = Math.ceil((longitude - across) / step) * step; at < longitude + across; at += step) {
    const [x] = place([at, latitude]);
    lines.push({ x1: x, y1: 0, x2: x, y2: height, label: degrees(at, 'E', 'W') });
  }
  for (let at = Math.ceil((latitude - up) / step) * step; at < latitude + up; at += step) {
    const [, y] = place([longitude, at]);
    lines.push({ x1: 0, y1: y, x2: WIDTH, y2: y, label: degrees(at, 'N', 'S') });
  }
  return lines;
}

/** `116°18.5′E` */
function degrees(value: number, positive: string, negative: string): string {
  const minutes = Math.round(Math.abs(value) * 600) / 10;
  const whole = Math.floor(minutes / 60);
  return `${whole}°${(minutes - whole * 60).toFixed(1).replace(/\.0$/, '')}′${value < 0 ? negative : positive}`;
}
