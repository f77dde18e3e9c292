import type { Cookies } from '@sveltejs/kit';
import { SIGN_IN_DAYS, signInCookie } from '#platform/identity/sign-ins.server.ts';

/** Keeps the token where no script reads it and no other site sends it. */
export function keepSignIn(cookies: Cookies, token: string, publicUrl: string): void {
  cookies.set(signInCookie(publicUrl), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: SIGN_IN_DAYS * 86_400,
  });
}

export const dropSignIn = (cookies: Cookies, publicUrl: string): void =>
  cookies.delete(signInCookie(publicUrl), { path: '/', secure: publicUrl.startsWith('https:') });

/** What a way in remembers between its two halves: a secret for some minutes, one for each way. */
export const keepPending = (cookies: Cookies, way: 'code' | 'openid', secret: string, publicUrl: string): void =>
  cookies.set(`everforum-${way}`, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: 600,
  });
export const pending = (cookies: Cookies, way: 'code' | 'openid'): string | undefined => cookies.get(`everforum-${way}`);
export const dropPending = (cookies: Cookies, way: 'code' | 'openid', publicUrl: string): void =>
  cookies.delete(`everforum-${way}`, { path: '/', secure: publicUrl.startsWith('https:') });

/** What a request tells of its browser, and the sign-in that the browser has already. */
export const browserOf = (visit: { getClientAddress(): string; request: Request; locals: App.Locals }) => ({
  client: visit.getClientAddress(),
  userAgent: visit.request.headers.get('user-agent'),
  replaces: visit.locals.signedIn?.signIn ?? null,
});
