import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { FetchError } from './errors.ts';

const TIMEOUTS = /TIMEOUT|^ETIMEDOUT$/;
/** Of node:tls and OpenSSL: the other side is not who its name says, or speaks no TLS that we do. */
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|EPROTO$)/;

/**
 * What a library or the system says of a request, as FetchError. Its own words stay with the cause, for the log: they
 * name addresses of the inner network.
 */
export function asFetchError(error: unknown, host: string): FetchError {
  if (error instanceof FetchError) return error;
  const known = causes(error).find((cause) => cause instanceof FetchError);
  if (known) return known;
  const code = codeOf(error);
  if (TIMEOUTS.test(code))
    return failed(message('TIMED_OUT', { cause: message('NOT_IN_TIME', { host }) }), true, error);
  if (TLS.test(code)) {
    return failed(message('TLS_FAILED', { host, code }), false, error);
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return failed(message('TOO_LARGE', { cause: message('LONG_HEADERS', { host }) }), false, error);
  }
  if (/^(Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_PADDING)/.test(code) || code.startsWith('HPE_')) {
    return failed(message('BROKEN_BODY', { cause: message('BROKEN_ANSWER', { host, code }) }), true, error);
  }
  return failed(message('UNREACHABLE', { cause: message('HOST_UNREACHABLE', { host, code }) }), true, error);
}

/** `retryable` as a rule: what a network or a server does once, it may not do again. */
function failed(reason: Message, retryable: boolean, cause: unknown): FetchError {
  return new FetchError(reason, { retryable, cause });
}

/** The error and what it is made of: connecting to several addresses fails with all of their errors. */
function causes(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  return [error, ...inner.flatMap(causes), ...causes(error.cause)];
}

function codeOf(error: unknown): string {
  for (const cause of causes(error)) {
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return error instanceof Error ? error.name : 'UNKNOWN';
}
