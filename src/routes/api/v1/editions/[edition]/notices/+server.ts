import { standing } from '#boards/notices/model.ts';
import { jsonResponse, preflight, problemResponse } from '#boards/programme/formats/response.ts';
import { PAGE_LANGUAGES } from '#registry/text.ts';
import type { RequestHandler } from './$types';

/** Every notice that was issued, newest first, with how it stands; roads and areas as GeoJSON. */
export const GET: RequestHandler = async ({ platform, params }) => {
  const { house, notices } = platform!;
  if (!(await house.current(params.edition))) return problemResponse(404, 'Not found', 'Nothing is published at this address.');
  const now = (notices?.now() ?? new Date()).toISOString();
  const items = (notices?.of(params.edition) ?? []).map(({ edition: _, roads, ...notice }) => ({
    ...notice,
    standing: standing(notice, now),
    roads,
    page: `${house.publicUrl}/${PAGE_LANGUAGES[0]}/${params.edition}/notices/${notice.number}`,
  }));
  return jsonResponse({ edition: params.edition, items }, null);
};

export const OPTIONS: RequestHandler = preflight;
