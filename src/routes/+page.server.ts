import { redirect } from '@sveltejs/kit';
import { preferredLanguage } from '#ui/language.ts';
import type { PageServerLoad } from './$types';

/** Nobody is kept from either language: the address says which, and the head of every page leads to the other. */
export const load: PageServerLoad = ({ request, setHeaders }) => {
  setHeaders({ vary: 'accept-language', 'cache-control': 'no-store' });
  redirect(302, `/${preferredLanguage(request.headers.get('accept-language'))}`);
};
