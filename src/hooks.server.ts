import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
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
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

export const handle: Handle = async ({ event, resolve }) => {
  const language = languageOf(event.url.pathname);
  event.locals.language = language;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => withoutMarks(html).replace('%lang%', documentLanguage(language)).replace('%dir%', 'ltr'),
    // Style sheets are linked in the head already; a second mention in a header would only weigh.
    preload: () => false,
  });
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  return response;
};

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
