/** What people see of their own account. */
import { z } from 'zod';
import { view } from '../../view.server.ts';
import { accountById } from '../accounts.server.ts';
import type { SignInMethod } from '../sign-ins.server.ts';

/** Ended sign-ins are shown for so long. */
const ENDED_DAYS = 30;

export const ownAccount = view({
  name: 'account',
  input: z.object({ account: z.uuid(), signIn: z.uuid() }),
  permission: 'read account',
  subject: (_, { account }) => ({ account }),
  async run({ db, input, now }) {
    const account = await accountById(db, input.account);
    if (!account) return null;
    const passkeys = await db
      .selectFrom('passkey')
      .select(['id', 'name', 'created_at as madeAt', 'used_at as usedAt'])
      .where('account_id', '=', account.id)
      .orderBy('created_at')
      .execute();
    const since = new Date(Date.parse(now) - ENDED_DAYS * 86_400_000).toISOString();
    const signIns = await db
      .selectFrom('sign_in')
      .select(['id', 'method', 'user_agent as userAgent', 'created_at as startedAt', 'seen_at as seenAt', 'expires_at', 'ended_at'])
      .where('account_id', '=', account.id)
      .where('seen_at', '>', since)
      .orderBy('seen_at', 'desc')
      .limit(100)
      .execute();
    const providers = await db.selectFrom('openid_link').select('issuer').where('account_id', '=', account.id).execute();
    return {
      account,
      passkeys,
      providers: providers.map(({ issuer }) => new URL(issuer).hostname),
      signIns: signIns.map(({ id, method, userAgent, startedAt, seenAt, expires_at, ended_at }) => ({
        id,
        method: method as SignInMethod,
        userAgent,
        startedAt,
        seenAt,
        open: ended_at === null && expires_at > now,
        this: id === input.signIn,
      })),
    };
  },
});
