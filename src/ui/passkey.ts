/** What a page does to sign in with a passkey or to make one; the ceremonies themselves are `@simplewebauthn/browser`'s. */
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';

type Options<Ceremony extends (given: never) => unknown> = Parameters<Ceremony>[0] extends { optionsJSON: infer Asked } ? Asked : never;
type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: { is: string } };

async function post<Value>(address: string, body: unknown): Promise<Value | null> {
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const answer = (await response.json().catch(() => null)) as Answer<Value> | null;
  return answer?.ok ? answer.value : null;
}

export const passkeysKnown = browserSupportsWebAuthn;

/** Signs in with a passkey; `false` where that was given up or refused. */
export async function signInByPasskey(byAutofill = false): Promise<boolean> {
  const asked = await post<{ challenge: string; options: Options<typeof startAuthentication> }>('/auth/passkey/offer', {});
  if (!asked) return false;
  try {
    const response = await startAuthentication({ optionsJSON: asked.options, useBrowserAutofill: byAutofill });
    return (await post<{ is: string }>('/auth/passkey', { challenge: asked.challenge, response }))?.is === 'in';
  } catch {
    return false;
  }
}

/** Offers passkeys in the field of the mail address, where the browser can; comes back once one was used. */
export const waitForPasskey = async (): Promise<boolean> => (await browserSupportsWebAuthnAutofill()) && signInByPasskey(true);
export const stopAsking = (): void => WebAuthnAbortService.cancelCeremony();

/** Makes a passkey for whoever is signed in. */
export async function makePasskey(name: string, siteName: string): Promise<boolean> {
  const asked = await post<{ challenge: string; options: Options<typeof startRegistration> }>('/auth/new-passkey/offer', { siteName });
  if (!asked) return false;
  try {
    const response = await startRegistration({ optionsJSON: asked.options });
    return (await post('/auth/new-passkey', { challenge: asked.challenge, response, name })) !== null;
  } catch {
    return false;
  }
}
