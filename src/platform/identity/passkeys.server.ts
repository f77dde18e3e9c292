/** Passkeys (WebAuthn Level 3): what browsers are asked to sign, and what they signed. Keys are bound to the host of the public address. */
import { isIP } from 'node:net';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.ts';
import type { Account } from './accounts.server.ts';
import { keepChallenge, takeChallenge } from './challenges.server.ts';

/** No key is made for a bare address of the internet: it must have a name. */
export const passkeysPossible = (publicUrl: string): boolean => isIP(new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')) === 0;

const site = (publicUrl: string): { expectedOrigin: string; expectedRPID: string } => ({
  expectedOrigin: new URL(publicUrl).origin,
  expectedRPID: new URL(publicUrl).hostname,
});

export interface Asked<Options> {
  /** Goes to the browser and comes back with what it signed. */
  challenge: string;
  options: Options;
}

/** Asks for any passkey of this site: whose it is, is told by the key. */
export async function askForPasskey(db: Kysely<DB>, publicUrl: string, now: string): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await generateAuthenticationOptions({ rpID: site(publicUrl).expectedRPID, userVerification: 'preferred' });
  return { options, challenge: await keepChallenge(db, { kind: 'passkey', detail: options.challenge }, now) };
}

/** The account whose passkey signed; `null` where anything about it is not as it should be. */
export async function accountOfPasskey(
  db: Kysely<DB>,
  { challenge, response, publicUrl }: { challenge: string; response: AuthenticationResponseJSON; publicUrl: string },
  now: string,
): Promise<string | null> {
  const expectedChallenge = await takeChallenge<string>(db, { kind: 'passkey', secret: challenge }, now);
  const key = await db.selectFrom('passkey').selectAll().where('id', '=', response.id).forUpdate().executeTakeFirst();
  if (!expectedChallenge || !key) return null;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    ...site(publicUrl),
    requireUserVerification: false,
    credential: {
      id: key.id,
      publicKey: new Uint8Array(key.public_key),
      counter: Number(key.counter),
      transports: key.transports as AuthenticatorTransport[],
    },
  }).catch(() => null);
  if (!verified?.verified) return null;
  await db.updateTable('passkey').set({ counter: verified.authenticationInfo.newCounter, used_at: now }).where('id', '=', key.id).execute();
  return key.account_id;
}

/** Asks for a new passkey, on a device that has none of this account yet. */
export async function askForNewPasskey(
  db: Kysely<DB>,
  { account, publicUrl, siteName }: { account: Account; publicUrl: string; siteName: string },
  now: string,
): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
  const held = await db.selectFrom('passkey').select('id').where('account_id', '=', account.id).execute();
  const options = await generateRegistrationOptions({
    rpName: siteName,
    rpID: site(publicUrl).expectedRPID,
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    userDisplayName: account.name,
    excludeCredentials: held,
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  const challenge = await keepChallenge(db, { kind: 'new-passkey', account: account.id, detail: options.challenge }, now);
  return { options, challenge };
}

/** Keeps a new passkey; `false` where what the browser signed is not as it should be. */
export async function keepPasskey(
  db: Kysely<DB>,
  given: { account: string; challenge: string; response: RegistrationResponseJSON; name: string; publicUrl: string },
  now: string,
): Promise<boolean> {
  const { account, challenge, response, name, publicUrl } = given;
  const expectedChallenge = await takeChallenge<string>(db, { kind: 'new-passkey', account, secret: challenge }, now);
  if (!expectedChallenge) return false;
  const made = await verifyRegistrationResponse({ response, expectedChallenge, ...site(publicUrl), requireUserVerification: false }).catch(
    () => null,
  );
  if (!made?.verified) return false;
  const { id, publicKey, counter, transports } = made.registrationInfo.credential;
  const kept = await db
    .insertInto('passkey')
    .values({
      id,
      account_id: account,
      public_key: Buffer.from(publicKey),
      counter,
      transports: transports ?? [],
      name,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return kept !== undefined;
}
