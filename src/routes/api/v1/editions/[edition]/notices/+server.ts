import { presentNotices } from '#boards/notices/api.ts';
import { jsonResponse, preflight, problemResponse } from '#boards/programme/formats/response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ platform, params: { edition } }) => {
  const { house, notices } = platform!;
  if (!(await house.current(edition))) return problemResponse(404, 'Not found', 'Nothing is published at this address.');
  const now = (notices?.now() ?? new Date()).toISOString();
  return jsonResponse(presentNotices({ edition, notices: notices?.of(edition) ?? [], now }, house.publicUrl), null);
};

export const OPTIONS: RequestHandler = preflight;
