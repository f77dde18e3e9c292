import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Whatever no other page answers: said within the frame of its edition and language. */
export const load: PageServerLoad = () => error(404, 'page');
