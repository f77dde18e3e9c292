import { error } from '@sveltejs/kit';
import { publishedFile } from '#platform/files/files.server.ts';
import { pictureAnswer } from '#platform/files/response.ts';
import { backstageOf, shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { sha256 } = await shown(event, publishedFile, event.params);
  const body = sha256 && (await backstageOf(event).files.read(sha256));
  if (!body) error(404, 'not found');
  return pictureAnswer(body);
};
