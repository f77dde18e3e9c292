import { factsOperation } from '#boards/facts/api.ts';
import { noticesOperation } from '#boards/notices/api.ts';
import { openApi } from '#boards/programme/api/openapi.ts';
import { jsonResponse, preflight } from '#boards/programme/formats/response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ platform }) =>
  jsonResponse(openApi(platform!.house.publicUrl, [factsOperation, noticesOperation]), null);

export const OPTIONS: RequestHandler = preflight;
