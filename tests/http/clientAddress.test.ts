import { expect, test } from 'vitest';
import { createClientAddress } from '../../server/http/clientAddress.ts';

/** The address of a request that arrives from `remoteAddress`, with this X-Forwarded-For. */
function addressOf(trusted: string[], remoteAddress: string | undefined, forwarded?: string): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const socket = { remoteAddress } as Parameters<ReturnType<typeof createClientAddress>>[0]['socket'];
  return createClientAddress(trusted)({ headers, socket });
}

test('without trusted proxies nobody chooses their address', () => {
  expect(addressOf([], '203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  expect(addressOf(['10.0.0.0/8'], '203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
});

test('a trusted proxy says who asks, and what the client wrote before that does not count', () => {
  expect(addressOf(['10.0.0.0/8'], '10.1.2.3', '192.0.2.66, 198.51.100.1')).toBe('198.51.100.1');
  expect(addressOf(['loopback', '10.0.0.5'], '127.0.0.1', '192.0.2.66, 198.51.100.1, 10.0.0.5')).toBe('198.51.100.1');
});

test('what is no address falls back to the connection', () => {
  expect(addressOf(['10.0.0.5'], '10.0.0.5', 'a"b')).toBe('10.0.0.5');
  expect(addressOf([], undefined)).toBe('');
});

test('one address is one, however it is written; an IPv6 customer is a network', () => {
  expect(addressOf([], '::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(addressOf([], '2001:db8:1:2:3:4:5:6')).toBe(addressOf([], '2001:db8:1:2:ffff::1'));
  expect(addressOf([], '2001:db8:1:2::1')).not.toBe(addressOf([], '2001:db8:1:3::1'));
});
