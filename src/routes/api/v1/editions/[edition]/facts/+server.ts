import { presentFacts } from '#boards/facts/api.ts';
import { jsonResponse, preflight, problemResponse } from '#boards/programme/formats/response.ts';
import { factsAsOf } from '#ui/facts.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ platform, params: { edition } }) => {
  const { house } = platform!;
  const published = await house.current(edition);
  if (!published) return problemResponse(404, 'Not found', 'Nothing is published at this address.');
  const told = await factsAsOf(house, published);
  return jsonResponse(presentFacts({ edition, ...told }, house.publicUrl), told.publishedAt);
};

export const OPTIONS: RequestHandler = preflight;
