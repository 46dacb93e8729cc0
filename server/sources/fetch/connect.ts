import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { message } from '../../messages/catalogue.ts';
import { isPublicAddress } from './addresses.ts';
import { FetchError } from './errors.ts';

/** A host's addresses, as `dns.lookup` with `all`. */
export type ResolveHost = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

export interface ConnectOptions {
  /** host:port of those that may be anywhere. */
  readonly allowedHosts: readonly string[];
  readonly resolve: ResolveHost;
  readonly timeoutMs: number;
}

/** The machine's own way, /etc/hosts included. */
export const resolveBySystem: ResolveHost = (hostname, done) =>
  systemLookup(hostname, { all: true }, (error, addresses) => done(error, addresses ?? []));

/**
 * Opens connections to public addresses only. The addresses are judged within the very look-up that the connection
 * uses: a name that says one thing first and another later (DNS rebinding) finds no gap between the two.
 */
export function createConnector({ allowedHosts, resolve, timeoutMs }: ConnectOptions): buildConnector.connector {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  const open = buildConnector({ timeout: timeoutMs });
  const openPublic = buildConnector({ timeout: timeoutMs, lookup: publicLookup(resolve) });
  return (options, done) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    if (allowed.has(`${host}:${port}`) || allowed.has(`[${host}]:${port}`)) open(options, done);
    // A literal address is connected to without a look-up.
    else if (isIP(host) !== 0 && !isPublicAddress(host)) done(refusedAddress(host), null);
    else openPublic(options, done);
  };
}

function publicLookup(resolve: ResolveHost): LookupFunction {
  return (hostname, options, done) =>
    resolve(hostname, (error, addresses) => {
      if (error) return done(error, []);
      const open = addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = open;
      if (!first) return done(refusedAddress(hostname), []);
      if (options.all) return done(null, open);
      done(null, first.address, first.family);
    });
}

/** Names the host as it was asked for, not the address: a stranger could otherwise read the inner network's names. */
function refusedAddress(host: string): FetchError {
  return new FetchError(message('REFUSED_ADDRESS', { host }), { retryable: false });
}
