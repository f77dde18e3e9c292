import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnedAway, type Visit } from './door.server.ts';

test('an address with what is no id leads nowhere; what is asked beside it is said to be wrong', () => {
  const visit = {
    platform: undefined,
    params: { edition: '2027', notice: 'x' },
    locals: { language: 'en', signedIn: { actor: {} } },
    url: new URL('https://forum.example/en/desk/2027/notices/x?page=y'),
    request: new Request('https://forum.example/'),
  } as unknown as Visit;
  const statusOf = (...paths: string[]) => {
    try {
      return turnedAway(visit, { is: 'bad-input', errors: paths.map((path) => ({ path, message: 'Invalid' })) });
    } catch (thrown) {
      return (thrown as { status: number }).status;
    }
  };
  assert.equal(statusOf('notice'), 404);
  assert.equal(statusOf('page'), 400);
  assert.equal(statusOf('notice', 'page'), 400);
});
