import type { Localised } from '#registry/text.ts';
import type { Place } from '../content.ts';

/** Venues with a known position, longitude first, for maps. */
export const venuesIn = (places: readonly Place[]): { name: Localised; at: [number, number] }[] =>
  places.flatMap(({ kind, name, longitude, latitude }) =>
    kind === 'venue' && longitude !== null && latitude !== null ? [{ name, at: [longitude, latitude] as [number, number] }] : [],
  );
