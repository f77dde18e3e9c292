/** What a traffic control binds: lines and areas on a map (GeoJSON, RFC 7946: longitude before latitude), each with hours and vehicles. */
import { z } from 'zod';
import type { Localised } from '#registry/text.ts';

const text = z.object({ source: z.string(), texts: z.record(z.string(), z.string().max(1000)) }).transform((value): Localised => value);
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const properties = z.object({
  name: text,
  /** Whom it binds: "All vehicles but buses and residents". */
  vehicles: text,
  /** ISO 8601, UTC. */
  startsAt: z.string(),
  endsAt: z.string(),
  /** Hours of each day, on the edition's wall; `null`: all day and night. */
  daily: z.object({ from: clock, until: clock }).nullable(),
});

const line = z.object({ type: z.literal('LineString'), coordinates: z.array(position).min(2).max(500) });
/** One ring, closed: its last position is its first. */
const area = z.object({
  type: z.literal('Polygon'),
  coordinates: z.tuple([
    z
      .array(position)
      .min(4)
      .max(500)
      .refine((ring) => ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1]),
  ]),
});

export const geometry = z.discriminatedUnion('type', [line, area]);

export const roads = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ type: z.literal('Feature'), properties, geometry })).max(50),
});
export type Roads = z.infer<typeof roads>;
export type Road = Roads['features'][number];
/** Longitude and latitude, in degrees. */
export type Position = [number, number];

/** The positions of a road as they are drawn: a ring without its repeated end. */
export const positionsOf = ({ geometry }: Road): Position[] =>
  geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates[0].slice(0, -1);

export const geometryOf = (shape: 'line' | 'area', points: readonly Position[]): Road['geometry'] =>
  shape === 'line' ? { type: 'LineString', coordinates: [...points] } : { type: 'Polygon', coordinates: [[...points, points[0]!]] };

/**
 * Positions as people type them, one to a line: latitude, then longitude, in degrees, as every map service shows them. `null` where a line
 * is none.
 */
export function readPositions(typed: string): Position[] | null {
  const lines = typed
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean);
  const points: Position[] = [];
  for (const one of lines) {
    const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d+)?)[\s,，;]+(-?\d{1,3}(?:\.\d+)?)$/.exec(one) ?? [];
    if (latitude === undefined || longitude === undefined || Math.abs(Number(latitude)) > 85 || Math.abs(Number(longitude)) > 180)
      return null;
    points.push([Number(longitude), Number(latitude)]);
  }
  return points;
}

/** To a metre. */
export const writePositions = (points: readonly Position[]): string =>
  points.map(([longitude, latitude]) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`).join('\n');
