import type { Cookies } from '@sveltejs/kit';
import { SIGN_IN_COOKIE, SIGN_IN_DAYS } from '#platform/identity/sign-ins.server.ts';

/** Keeps the token where no script reads it and no other site sends it. */
export function keepSignIn(cookies: Cookies, token: string, publicUrl: string): void {
  cookies.set(SIGN_IN_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: SIGN_IN_DAYS * 86_400,
  });
}

export const dropSignIn = (cookies: Cookies): void => cookies.delete(SIGN_IN_COOKIE, { path: '/' });
