/**
 * Signing in with an identity provider: OpenID Connect Core 1.0, authorisation code flow with PKCE (RFC 7636), state and nonce. The browser
 * holds one secret between going and coming back; what belongs to it is kept here, so that an answer meant for another browser is refused.
 */
import type { Kysely } from 'kysely';
import * as client from 'openid-client';
import type { DB } from '../database/schema.ts';
import type { OidcSettings } from '../settings.ts';
import { keepChallenge, takeChallenge } from './challenges.server.ts';

interface Visit {
  state: string;
  nonce: string;
  verifier: string;
  then: string;
}

const known = new Map<string, Promise<client.Configuration>>();

/** What the provider says of itself, asked for once; again where it could not be reached. */
function provider({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const key = `${issuer} ${clientId}`;
  let found = known.get(key);
  if (!found) {
    const url = new URL(issuer);
    // Without TLS only on this machine: a provider under test.
    const local = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    found = client.discovery(url, clientId, clientSecret ?? undefined, clientSecret ? undefined : client.None(), {
      timeout: 10,
      ...(local ? { execute: [client.allowInsecureRequests] } : {}),
    });
    found.catch(() => known.delete(key));
    known.set(key, found);
  }
  return found;
}

const callback = (publicUrl: string): string => `${publicUrl}/auth/openid/callback`;

/** Where to send the browser, and the secret that it is to come back with. Throws where the provider cannot be reached. */
export async function goToProvider(
  db: Kysely<DB>,
  { oidc, publicUrl, then, language }: { oidc: OidcSettings; publicUrl: string; then: string; language: string },
  now: string,
): Promise<{ address: string; secret: string }> {
  const found = await provider(oidc);
  const visit: Visit = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    then,
  };
  const address = client.buildAuthorizationUrl(found, {
    redirect_uri: callback(publicUrl),
    scope: 'openid email profile',
    state: visit.state,
    nonce: visit.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(visit.verifier),
    code_challenge_method: 'S256',
    ui_locales: language === 'zh' ? 'zh-CN' : 'en',
  });
  return { address: address.href, secret: await keepChallenge(db, { kind: 'openid', detail: visit }, now) };
}

export interface FromProvider {
  issuer: string;
  subject: string;
  /** Only where the provider vouches for it. */
  email: string | null;
  name: string;
  then: string;
}

/** Who came back; `null` where the answer is not to a question of this browser, is used up, or was refused over there. */
export async function comeFromProvider(
  db: Kysely<DB>,
  { oidc, publicUrl, secret, query }: { oidc: OidcSettings; publicUrl: string; secret: string | undefined; query: string },
  now: string,
): Promise<FromProvider | null> {
  const visit = secret ? await takeChallenge<Visit>(db, { kind: 'openid', secret }, now) : null;
  if (!visit) return null;
  const found = await provider(oidc);
  const answered = await client
    .authorizationCodeGrant(found, new URL(`${callback(publicUrl)}${query}`), {
      pkceCodeVerifier: visit.verifier,
      expectedState: visit.state,
      expectedNonce: visit.nonce,
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      // Refused there, or not an answer to this question. Whatever else is wrong is for the operator to see.
      if (error instanceof client.AuthorizationResponseError || error instanceof client.ClientError) return null;
      throw error;
    });
  const id = answered?.claims();
  if (!answered || !id) return null;
  // Some providers tell the address in the token, others only when asked.
  const claims = id.email === undefined ? { ...id, ...(await client.fetchUserInfo(found, answered.access_token, id.sub)) } : id;
  return {
    issuer: id.iss,
    subject: id.sub,
    email: claims.email_verified === true && typeof claims.email === 'string' ? claims.email : null,
    name: typeof claims.name === 'string' ? claims.name : '',
    then: visit.then,
  };
}
