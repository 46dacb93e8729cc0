import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { normalizeIP } from '@better-auth/core/utils/ip';
import proxyaddr from 'proxy-addr';

/**
 * Where a request comes from, for limits by address: an IPv4 address, or the /64 of an IPv6 address, of which one
 * customer has all addresses. Empty for a connection that is gone already.
 */
export type ClientAddress = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

/**
 * Trusts X-Forwarded-For only as far as our own proxies wrote it: from its end up to the first address that is not one
 * of them. `trustedProxies` are addresses, networks (10.0.0.0/8), or loopback, linklocal and uniquelocal. Without
 * trusted proxies, the header is ignored, since any client could write it.
 */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trust = proxyaddr.compile([...trustedProxies]);
  return (request) => {
    // It reads nothing but `headers` and `socket`, which its types do not say.
    const address = proxyaddr(request as IncomingMessage, trust);
    const known = isIP(address) ? address : (request.socket.remoteAddress ?? '');
    return normalizeIP(known, { ipv6Subnet: 64 });
  };
}
