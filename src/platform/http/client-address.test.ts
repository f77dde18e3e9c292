import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientAddress, neighbourhood } from './client-address.ts';

test('what a client writes itself is not believed', () => {
  assert.equal(clientAddress('203.0.113.9', '198.51.100.1', 0), '203.0.113.9');
  assert.equal(clientAddress('10.0.0.2', '198.51.100.1, 203.0.113.9', 1), '203.0.113.9');
  assert.equal(clientAddress('10.0.0.3', 'made up, 203.0.113.9, 10.0.0.2', 2), '203.0.113.9');
});

test('where the proxies were gone around, whoever holds the connection is the client', () => {
  assert.equal(clientAddress('203.0.113.9', undefined, 1), '203.0.113.9');
  assert.equal(clientAddress('203.0.113.9', '198.51.100.1', 2), '203.0.113.9');
});

test('an address is written in one way', () => {
  assert.equal(clientAddress('::ffff:203.0.113.9', undefined, 0), '203.0.113.9');
  assert.equal(clientAddress('10.0.0.2', '203.0.113.9:4711', 1), '203.0.113.9');
  assert.equal(clientAddress('10.0.0.2', '[2001:db8::1]:4711', 1), '2001:db8::1');
});

test('one household of IPv6 is one neighbourhood', () => {
  assert.equal(neighbourhood('203.0.113.9'), '203.0.113.9');
  assert.equal(neighbourhood('2001:db8:0:12:a::1'), '2001:db8:0:12::/64');
  assert.equal(neighbourhood('2001:db8:0:12:ffff:ffff:ffff:ffff'), neighbourhood('2001:0db8::0012:1:2:3:4'));
  assert.notEqual(neighbourhood('2001:db8:0:13::1'), neighbourhood('2001:db8:0:12::1'));
  assert.equal(neighbourhood('::1'), '0:0:0:0::/64');
});
