/** What people do with their own account. */
import { z } from 'zod';
import { done, refused } from '../../outcome.ts';
import { verb } from '../../verb.server.ts';
import { accountById } from '../accounts.server.ts';
import { askForNewPasskey, keepPasskey } from '../passkeys.server.ts';
import { signedByBrowser } from '../sign-in/actions.server.ts';

const own = { account: z.uuid() };
const ofAccount = (_: unknown, { account }: { account: string }) => ({ account });
const nameOfKey = z.string().trim().min(1).max(80);

export const editAccount = verb({
  name: 'account.edit',
  input: z.object({ ...own, name: z.string().trim().min(1).max(200), language: z.enum(['zh', 'en']) }),
  permission: 'edit account',
  subject: ofAccount,
  async run({ tx, input: { account, name, language }, note }) {
    const before = await accountById(tx, account);
    if (!before) return refused({ is: 'not-found' as const });
    await tx.updateTable('account').set({ name, language }).where('id', '=', account).execute();
    if (before.name !== name || before.language !== language) {
      note({
        subject: `account ${before.email}`,
        before: { name: before.name, language: before.language },
        after: { name, language },
      });
    }
    return done({ language });
  },
});

/** Ends one sign-in, this one (signing out) or another; its next request is a stranger's. */
export const endSignIn = verb({
  name: 'sign-in.end',
  input: z.object({ ...own, signIn: z.uuid() }),
  permission: 'edit account',
  subject: ofAccount,
  async run({ tx, input: { account, signIn }, now, note }) {
    const ended = await tx
      .updateTable('sign_in')
      .set({ ended_at: now })
      .where('id', '=', signIn)
      .where('account_id', '=', account)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    const { email } = (await accountById(tx, account))!;
    if (ended) note({ subject: `account ${email}`, after: { 'sign-ins ended': 1 } });
    return done({ ended: signIn });
  },
});

export const endOtherSignIns = verb({
  name: 'sign-in.end-others',
  input: z.object({ ...own, except: z.uuid() }),
  permission: 'edit account',
  subject: ofAccount,
  async run({ tx, input: { account, except }, now, note }) {
    const ended = await tx
      .updateTable('sign_in')
      .set({ ended_at: now })
      .where('account_id', '=', account)
      .where('id', '<>', except)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('id')
      .execute();
    const { email } = (await accountById(tx, account))!;
    if (ended.length > 0) note({ subject: `account ${email}`, after: { 'sign-ins ended': ended.length } });
    return done({ ended: ended.length });
  },
});

/** What a browser is asked to make: a new passkey. */
export const offerNewPasskey = verb({
  name: 'passkey.offer',
  input: z.object({ ...own, siteName: z.string().min(1).max(200) }),
  permission: 'edit account',
  subject: ofAccount,
  secret: true,
  async run({ tx, input, now, publicUrl }) {
    const account = await accountById(tx, input.account);
    return account
      ? done(await askForNewPasskey(tx, { account, publicUrl, siteName: input.siteName }, now))
      : refused({ is: 'not-found' as const });
  },
});

export const addPasskey = verb({
  name: 'passkey.add',
  input: z.object({ ...own, challenge: z.string().max(100), response: signedByBrowser, name: nameOfKey }),
  permission: 'edit account',
  subject: ofAccount,
  async run({ tx, input, now, publicUrl, note }) {
    const response = input.response as unknown as Parameters<typeof keepPasskey>[1]['response'];
    if (!(await keepPasskey(tx, { ...input, response, publicUrl }, now))) return refused({ is: 'passkey-refused' as const });
    const { email } = (await accountById(tx, input.account))!;
    note({ subject: `account ${email}`, after: { passkey: input.name } });
    return done({ name: input.name });
  },
});

export const renamePasskey = verb({
  name: 'passkey.rename',
  input: z.object({ ...own, passkey: z.string().max(1400), name: nameOfKey }),
  permission: 'edit account',
  subject: ofAccount,
  async run({ tx, input: { account, passkey, name } }) {
    const renamed = await tx
      .updateTable('passkey')
      .set({ name })
      .where('id', '=', passkey)
      .where('account_id', '=', account)
      .returning('id')
      .executeTakeFirst();
    return renamed ? done({ name }) : refused({ is: 'not-found' as const });
  },
});

export const removePasskey = verb({
  name: 'passkey.remove',
  input: z.object({ ...own, passkey: z.string().max(1400) }),
  permission: 'edit account',
  subject: ofAccount,
  async run({ tx, input: { account, passkey }, note }) {
    const removed = await tx
      .deleteFrom('passkey')
      .where('id', '=', passkey)
      .where('account_id', '=', account)
      .returning('name')
      .executeTakeFirst();
    if (!removed) return refused({ is: 'not-found' as const });
    const { email } = (await accountById(tx, account))!;
    note({ subject: `account ${email}`, before: { passkey: removed.name } });
    return done({ name: removed.name });
  },
});
