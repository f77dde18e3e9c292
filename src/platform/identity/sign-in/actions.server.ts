/**
 * The ways in. A proven mail address is an account: whoever enters the code sent there, or comes from the identity provider with that address
 * verified, is signed in, and an account is made where there was none, with no role but that of a member. So the answers are the same whether
 * or not there is an account. What must be counted although it did not lead in is told as a value, since a refusal undoes what was done.
 */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { DB } from '../../database/schema.ts';
import { neighbourhood } from '../../http/client-address.ts';
import { forgetSpent, type Limit, type Limited, spend } from '../../limits.server.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { verb } from '../../verb.server.ts';
import { type Account, accountByEmail, accountById, provideAccount } from '../accounts.server.ts';
import { type Entered, enterCode as enterCodeOf, sendCode } from '../codes.server.ts';
import { accountOfPasskey, askForPasskey } from '../passkeys.server.ts';
import { type SignInMethod, startSignIn } from '../sign-ins.server.ts';
import type { PageLanguage } from '#registry/text.ts';

const HOUR = 3600;
/** Many people of one office come from one address; nobody asks for six codes in an hour by themselves. */
export const LIMITS = {
  askByAddress: { what: 'code to an address', times: 6, seconds: HOUR },
  askByClient: { what: 'code from a client', times: 100, seconds: HOUR },
  enterByClient: { what: 'code entered by a client', times: 200, seconds: HOUR },
  otherByClient: { what: 'passkey or provider by a client', times: 600, seconds: HOUR },
} satisfies Record<string, Limit>;

const language = z.enum(['zh', 'en']);
export const mailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** What a browser tells of itself, and the sign-in that it has already. */
const browser = {
  /** Address that the request came from. */
  client: z.string().max(100),
  userAgent: z.string().nullable().default(null),
  replaces: z.uuid().nullable().default(null),
};
type Browser = { userAgent: string | null; replaces: string | null };

/** The account of a proven address, made where there is none: called as an invitation to it says, or else by the first part of the address. */
async function accountOfAddress(db: Kysely<DB>, given: { email: string; name?: string; language: PageLanguage }, now: string) {
  const known = await accountByEmail(db, given.email);
  if (known) return { account: known, made: false };
  const invited = await db
    .selectFrom('invitation')
    .select('name')
    .where('email', '=', given.email)
    .where('name', '<>', '')
    .orderBy('invited_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const name = (given.name || invited?.name || given.email.split('@', 1)[0]!).slice(0, 200);
  return { account: await provideAccount(db, { ...given, name }, now), made: true };
}

/** Whoever has an address here was closed out with their account. */
const isClosed = async (db: Kysely<DB>, email: string): Promise<boolean> =>
  (await db.selectFrom('account').select('id').where('email', '=', email).where('closed_at', 'is not', null).executeTakeFirst()) !==
  undefined;

type In = { is: 'in'; token: string; account: string };
type NotIn = Exclude<Entered, { is: 'right' }>;

const signedIn = async (
  db: Kysely<DB>,
  account: Account,
  method: SignInMethod,
  { userAgent, replaces }: Browser,
  now: string,
): Promise<In> => ({
  is: 'in',
  token: await startSignIn(db, { account: account.id, method, userAgent, replaces }, new Date(now)),
  account: account.id,
});

/** A code goes out by mail. */
export const askForCode = verb({
  name: 'sign-in.ask',
  input: z.object({ email: mailAddress, language, client: browser.client }),
  permission: 'begin sign-in',
  subject: () => ({}),
  secret: true,
  async run({ tx, input: { email, language, client }, now }) {
    await forgetSpent(tx, now);
    const limited = (await spend(tx, LIMITS.askByClient, neighbourhood(client), now)) ?? (await spend(tx, LIMITS.askByAddress, email, now));
    if (limited) return refused<Limited>(limited);
    return done({ secret: await sendCode(tx, { email, language }, now) });
  },
});

export const enterCode = verb({
  name: 'sign-in.enter',
  input: z.object({
    secret: z.string().max(100),
    /** As people copy it: with spaces, in full-width digits. */
    code: z
      .string()
      .max(40)
      .transform((text) => text.normalize('NFKC').replace(/\D/g, '')),
    language,
    ...browser,
  }),
  permission: 'begin sign-in',
  subject: () => ({}),
  secret: true,
  async run({ tx, input, now, note }): Promise<Outcome<In | NotIn, Limited>> {
    const limited = await spend(tx, LIMITS.enterByClient, neighbourhood(input.client), now);
    if (limited) return refused<Limited>(limited);
    const entered = await enterCodeOf(tx, input, now);
    if (entered.is !== 'right') return done(entered);
    if (await isClosed(tx, entered.email)) return done({ is: 'over' });
    const { account, made } = await accountOfAddress(tx, { email: entered.email, language: input.language }, now);
    if (made) note({ subject: `account ${account.email}`, after: { made: 'code', name: account.name } });
    return done(await signedIn(tx, account, 'code', input, now));
  },
});

/** What a browser is asked to sign with a passkey of this site. */
export const offerPasskey = verb({
  name: 'sign-in.offer-passkey',
  input: z.object({ client: browser.client }),
  permission: 'begin sign-in',
  subject: () => ({}),
  secret: true,
  async run({ tx, input, now, publicUrl }) {
    const limited = await spend(tx, LIMITS.otherByClient, neighbourhood(input.client), now);
    return limited ? refused<Limited>(limited) : done(await askForPasskey(tx, publicUrl, now));
  },
});

/** What a browser signed, as `@simplewebauthn/browser` gives it; looked at closely by the library. */
export const signedByBrowser = z.looseObject({ id: z.string().max(1400), rawId: z.string(), type: z.literal('public-key') });

export const signInByPasskey = verb({
  name: 'sign-in.passkey',
  input: z.object({ challenge: z.string().max(100), response: signedByBrowser, ...browser }),
  permission: 'begin sign-in',
  subject: () => ({}),
  secret: true,
  async run({ tx, input, now, publicUrl }): Promise<Outcome<In | NotIn, Limited>> {
    const limited = await spend(tx, LIMITS.otherByClient, neighbourhood(input.client), now);
    if (limited) return refused<Limited>(limited);
    const response = input.response as unknown as Parameters<typeof accountOfPasskey>[1]['response'];
    const id = await accountOfPasskey(tx, { challenge: input.challenge, response, publicUrl }, now);
    const account = id && (await accountById(tx, id));
    // The challenge stays taken.
    return done(account ? await signedIn(tx, account, 'passkey', input, now) : { is: 'over' });
  },
});

/** Called with what the provider said and `openid.server.ts` has checked; no form and no interface opens it. */
export const signInByProvider = verb({
  name: 'sign-in.provider',
  input: z.object({
    issuer: z.string(),
    subject: z.string().min(1).max(255),
    /** `null` where the provider does not vouch for one. */
    email: mailAddress.nullable(),
    name: z.string().max(200).default(''),
    language,
    ...browser,
  }),
  permission: 'begin sign-in',
  subject: () => ({}),
  secret: true,
  async run({ tx, input, now, note }): Promise<Outcome<In, { is: 'closed' } | { is: 'address-not-verified' }>> {
    const { issuer, subject, email } = input;
    await sql`select pg_advisory_xact_lock(hashtext(${`openid ${issuer} ${subject}`}))`.execute(tx);
    const link = await tx
      .selectFrom('openid_link')
      .select('account_id')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst();
    if (link) {
      const account = await accountById(tx, link.account_id);
      return account ? done(await signedIn(tx, account, 'openid', input, now)) : refused({ is: 'closed' });
    }
    if (!email) return refused({ is: 'address-not-verified' });
    if (await isClosed(tx, email)) return refused({ is: 'closed' });
    const { account, made } = await accountOfAddress(tx, { email, name: input.name, language: input.language }, now);
    await tx.insertInto('openid_link').values({ issuer, subject, account_id: account.id, linked_at: now }).execute();
    note({ subject: `account ${account.email}`, after: { ...(made ? { made: 'provider', name: account.name } : {}), linked: issuer } });
    return done(await signedIn(tx, account, 'openid', input, now));
  },
});
