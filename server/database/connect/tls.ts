import { DatabaseError } from '../errors.ts';

/** What libpq knows, and `no-verify`, which is the name that Node's world has for its `require`. */
const MODES = ['disable', 'allow', 'prefer', 'require', 'no-verify', 'verify-ca', 'verify-full'];

/**
 * The URL as pg has to read it so that `sslmode` means what it means to libpq and so to managed Postgres: `require`
 * encrypts and trusts any server (with `sslrootcert`, those that it vouches for), `verify-ca` and `verify-full` check
 * the certificate and the latter also the name. pg by itself takes all of them for `verify-full`, with a warning.
 */
export function withLibpqTls(databaseUrl: string): URL {
  const url = new URL(databaseUrl);
  const { searchParams: parameters } = url;
  const mode = parameters.get('sslmode');
  // The authorities that Node knows, as libpq takes those of the system.
  const trustsSystem = parameters.get('sslrootcert') === 'system';
  if (trustsSystem) parameters.delete('sslrootcert');
  if (trustsSystem || mode === 'verify-full') parameters.set('sslmode', 'verify-full');
  else if (mode === 'no-verify') {
    parameters.set('sslmode', 'require');
    parameters.delete('sslrootcert');
  } else if (mode === 'allow') parameters.set('sslmode', 'prefer');
  if (parameters.has('sslmode')) parameters.set('uselibpqcompat', 'true');
  return url;
}

/** Throws DatabaseError for an `sslmode` that cannot be followed. `owner` is whose URL it is. */
export function requireTlsMode(databaseUrl: string, owner: string): void {
  const { searchParams: parameters } = new URL(databaseUrl);
  const mode = parameters.get('sslmode');
  if (mode !== null && !MODES.includes(mode)) {
    throw new DatabaseError(`The sslmode of ${owner} must be disable, require, verify-ca or verify-full, not ${mode}.`);
  }
  if (mode === 'verify-ca' && !parameters.has('sslrootcert')) {
    throw new DatabaseError(
      `sslmode=verify-ca of ${owner} needs sslrootcert, the file with the certificate of the authority. Add it, or use verify-full.`,
    );
  }
}

/** What Node and pg say where TLS does not come about. */
const DISTRUST = /certificate|CERT|ALTNAME/;
const NO_TLS = /does not support SSL/;

/** What to do about an error of TLS; null for any other error. */
export function tlsAdvice(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  const code = 'code' in cause ? String(cause.code) : '';
  if (NO_TLS.test(cause.message)) return 'Use sslmode=disable, or turn TLS on in Postgres';
  if (!DISTRUST.test(code) && !DISTRUST.test(cause.message)) return null;
  return 'Give the certificate of its authority as sslrootcert, and a host name that its own certificate has';
}
