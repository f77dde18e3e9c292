import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** Nobody is at a desk who is not signed in. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  if (!locals.signedIn) redirect(303, `/${locals.language}/sign-in?then=${encodeURIComponent(url.pathname + url.search)}`);
  const { name, email } = locals.signedIn.account;
  return { who: { name, email } };
};
