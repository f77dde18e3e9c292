import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Guest } from './model.ts';
import { namedPeople } from './named.ts';

const guest = (given: Partial<Guest>): Guest => ({
  name: null,
  role: 'speaker',
  organisation: '',
  country: null,
  confirmed: false,
  ...given,
});
const name = { source: 'zh', texts: { zh: '甲', en: 'A' } };

test('who speaks is a speaker, who is to come is a guest, and an unnamed place is kept under its organisation', () => {
  const { speakers, guests } = namedPeople([
    guest({ name, role: 'chair', organisation: 'Academy', country: 'FR', confirmed: true }),
    guest({ name, role: 'guest-of-honour', country: 'FR', confirmed: true }),
    guest({ organisation: 'Society' }),
  ]);
  assert.deepEqual(speakers, [{ name, role: 'chair', organisation: 'Academy', country: 'FR' }]);
  assert.deepEqual(
    guests.map(({ name: called, state, organisation, note }) => [called, state, organisation, note]),
    [
      ['甲 A', 'accepted', '', 'FR'],
      ['Society', 'listed', 'Society', ''],
    ],
  );
});
