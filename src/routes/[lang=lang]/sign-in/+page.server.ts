import { backstageOf } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  demo: backstageOf(event).settings.mode === 'demo',
  then: event.url.searchParams.get('then'),
});
