import { error } from '@sveltejs/kit';
import { fileToRead } from '#platform/files/files.server.ts';
import { fileAnswer } from '#platform/files/response.ts';
import { backstageOf, shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const file = await shown(event, fileToRead, { id: event.params.id });
  const body = await backstageOf(event).files.read(file.sha256);
  if (!body) error(404, 'not found');
  return fileAnswer(file, body, event.request.headers.get('if-none-match'));
};
