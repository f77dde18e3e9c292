import { error } from '@sveltejs/kit';
import { speakerPortrait } from '#boards/programme/hosting/speakers/views.server.ts';
import { smallPortraitOf } from '#platform/files/portrait.ts';
import { fileAnswer } from '#platform/files/response.ts';
import { hashOf } from '#platform/files/store.ts';
import { backstageOf, shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

/** Beside the speaker's name, small. */
export const GET: RequestHandler = async (event) => {
  const file = await shown(event, speakerPortrait, event.params);
  const stored = file && (await backstageOf(event).files.read(file.sha256));
  if (!stored) error(404, 'not found');
  const bytes = await smallPortraitOf(new Uint8Array(await new Response(stored).arrayBuffer()));
  const small = { name: file.name, type: file.type, bytes: bytes.length, sha256: hashOf(bytes) };
  return fileAnswer(small, new Blob([bytes.slice()]).stream(), event.request.headers.get('if-none-match'));
};
