import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
// Verbs that pages open are told of by the bundle of the pages, which holds its own copy of the platform.
import '#boards/listeners.server.ts';
import { isPersonal } from '#platform/http/personal.ts';
import { signedInBy, signInCookie } from '#platform/identity/sign-ins.server.ts';
import { PAGE_LANGUAGES, isPageLanguage, type PageLanguage } from '#registry/text.ts';
import { documentLanguage } from '#ui/language.ts';

/** Nothing inline but data blocks and custom properties in `style`; everything from our own address. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

export const handle: Handle = async ({ event, resolve }) => {
  const language = languageOf(event.url.pathname);
  event.locals.language = language;
  event.locals.signedIn = null;
  const personal = isPersonal(event.url.pathname);
  const backstage = event.platform?.backstage;
  if (personal && backstage) {
    event.locals.signedIn = await signedInBy(backstage.db, event.cookies.get(signInCookie(backstage.settings.publicUrl)), backstage.now());
  }
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      (personal ? html : withoutMarks(html)).replace('%lang%', documentLanguage(language)).replace('%dir%', 'ltr'),
    // Style sheets are linked in the head already; a second mention in a header would only weigh.
    preload: () => false,
  });
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  const policy = response.headers.get('content-security-policy');
  // A file's own policy is stricter than that of pages.
  if (!policy?.includes('sandbox'))
    response.headers.set('content-security-policy', withTiles(withNonce(policy), personal ? backstage?.settings.mapTiles : null));
  if (personal && !response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
};

/** Desks that draw on a map show the pictures of the one server that was set. */
function withTiles(policy: string, tiles: string | null | undefined): string {
  return tiles ? policy.replace("img-src 'self'", `img-src 'self' ${new URL(tiles.replace(/[{}]/g, '')).origin}`) : policy;
}

/** The framework's one inline script, on pages that have it, is allowed by a nonce that is never used twice. */
function withNonce(frameworks: string | null): string {
  const nonce = frameworks?.match(/'nonce-[\w+/=-]+'/)?.[0];
  return nonce ? POLICY.replace("script-src 'self'", `script-src 'self' ${nonce}`) : POLICY;
}

/** The first part of the address says the language, also where nothing is found below it. */
function languageOf(pathname: string): PageLanguage {
  const first = pathname.split('/', 2)[1] ?? '';
  return isPageLanguage(first) ? first : PAGE_LANGUAGES[0];
}

/** The comments that would help a framework in the browser take the page over: there is none. */
const withoutMarks = (html: string): string => html.replace(/<!--(?:\[[!\d-]*|\]|[a-z\d]*)-->/g, '');

/** What was expected (404 and its like) is shown as it is; only what nobody could expect is recorded. */
export const handleError: HandleServerError = ({ kind, error }) => {
  if (kind === 'unknown') console.error(error);
};
