import ipaddr from 'ipaddr.js';

/** Global unicast (RFC 4291, 2.4): all else is reserved, local, or another way to write an IPv4 address. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** In ranges that count as public, and are not: the platform agent of Azure, and RFC 9637's documentation prefix. */
const PLATFORM_IPV4 = ipaddr.IPv4.parse('168.63.129.16').toString();
const DOCUMENTATION_IPV6 = ipaddr.IPv6.parseCIDR('3fff::/20');

/**
 * Whether an address, as a resolver or a URL's host gives it, is one of the public internet: not private, loopback,
 * link-local, shared (CGNAT), multicast or reserved, nor an IPv6 form that carries an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv4) return parsed.toString() !== PLATFORM_IPV4;
  return parsed.match(GLOBAL_IPV6) && !parsed.match(DOCUMENTATION_IPV6);
}
