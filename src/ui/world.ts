/**
 * The world as a small inline picture: land at 1:110 million (Natural Earth), equal-earth projection turned so that the main site stands in
 * the middle and the Pacific is whole. Worked out once per main site; every page with a map shares the land.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEqualEarth, geoInterpolate, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface MapPoint {
  key: string;
  longitude: number;
  latitude: number;
}

export interface DrawnPoint {
  key: string;
  x: number;
  y: number;
  /** The way from the middle to it, as an SVG path. */
  way: string;
}

export interface World {
  width: number;
  height: number;
  land: string;
  home: { x: number; y: number };
  points: DrawnPoint[];
}

const WIDTH = 1000;
const HEIGHT = 405;

const lands = new Map<number, { projection: GeoProjection; land: string }>();

/** `home` is where the ways begin. Coordinates in degrees. */
export function world(home: Omit<MapPoint, 'key'>, points: readonly MapPoint[]): World {
  // Turned in whole steps, so that sites near each other share a drawing.
  const turn = Math.round(home.longitude / 10) * 10;
  let drawn = lands.get(turn);
  if (!drawn) lands.set(turn, (drawn = drawLand(turn)));
  const { projection, land } = drawn;
  const at = (point: Omit<MapPoint, 'key'>): [number, number] => projection([point.longitude, point.latitude]) ?? [0, 0];
  const [x, y] = at(home);
  return {
    width: WIDTH,
    height: HEIGHT,
    land,
    home: { x: round(x), y: round(y) },
    points: points.map((point) => {
      const [px, py] = at(point);
      return { key: point.key, x: round(px), y: round(py), way: way(projection, home, point) };
    }),
  };
}

function drawLand(turn: number): { projection: GeoProjection; land: string } {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ land: GeometryCollection }>;
  const projection = geoEqualEarth().rotate([-turn, 0]).fitWidth(WIDTH, { type: 'Sphere' });
  const [tx, ty] = projection.translate();
  // From the north of Greenland to Cape Horn: nothing of a forum lies beyond, and the picture is lower without.
  projection.translate([tx, ty - 28]).clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]);
  const land = geoPath(projection).digits(1)(feature(topology, topology.objects.land)) ?? '';
  return { projection, land: withoutSpecks(land) };
}

/** Islands of a pixel weigh as much as they say little. */
const withoutSpecks = (path: string): string =>
  path
    .split(/(?<=Z)/)
    .filter((ring) => extent(ring) > 3)
    .join('');

function extent(ring: string): number {
  const numbers = ring.match(/-?[\d.]+/g)?.map(Number) ?? [];
  const xs = numbers.filter((_, position) => position % 2 === 0);
  const ys = numbers.filter((_, position) => position % 2 === 1);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** The great circle, as few straight pieces as look round. */
function way(projection: GeoProjection, from: Omit<MapPoint, 'key'>, to: MapPoint): string {
  const along = geoInterpolate([from.longitude, from.latitude], [to.longitude, to.latitude]);
  const steps = Array.from({ length: 17 }, (_, step): [number, number] => projection(along(step / 16)) ?? [0, 0]);
  let path = '';
  steps.forEach(([x, y], step) => {
    const before = steps[step - 1];
    // Where the circle leaves the picture on one side it comes back on the other: no line across.
    path += `${!before || Math.abs(before[0] - x) > WIDTH / 2 ? 'M' : 'L'}${round(x)},${round(y)}`;
  });
  return path;
}

const round = (value: number): number => Math.round(value * 10) / 10;
