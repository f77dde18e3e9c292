import { feed } from '#boards/programme/formats/feed.ts';
import { fileResponse, preflight } from '#boards/programme/formats/response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ platform, params, url }) =>
  fileResponse(await feed(platform!.house, params.edition, params.file, url.searchParams));

export const OPTIONS: RequestHandler = preflight;
