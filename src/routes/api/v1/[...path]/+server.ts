import { operationAt } from '#boards/programme/api/operations.ts';
import { jsonResponse, preflight, problemResponse } from '#boards/programme/formats/response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ platform, params, url }) => {
  const found = operationAt(params.path);
  if (!found) return problemResponse(404, 'Not found', 'There is no such address; /api/v1/openapi.json describes those that there are.');
  const answer = await found.operation.run(platform!.house, found.parameters, url.searchParams);
  if (!answer) return problemResponse(404, 'Not found', 'Nothing is published at this address.');
  return jsonResponse(answer.body, answer.lastModified);
};

export const OPTIONS: RequestHandler = preflight;
