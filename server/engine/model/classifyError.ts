import pg from 'pg';
import { RetryLater, RowRejected } from '../../sdk/errors.ts';
import { FetchError } from '../../sources/fetch/errors.ts';

/** The SQLSTATE of an error of Postgres, anywhere in its chain of causes; null for any other error. */
export function sqlState(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof pg.DatabaseError) return current.code ?? null;
  }
  return null;
}

/**
 * Whose fault an error is, which decides what follows: the row's (it becomes a failed row), the environment's (the
 * chunk waits and is tried again), or unknown (a mistake in code, or a database error of no known kind; it is narrowed
 * down to the rows that meet it).
 */
export type ErrorClass = 'row' | 'environment' | 'unknown';

/** SQLSTATE classes (PostgreSQL manual, appendix A) that the data brings about. */
const ROW_CLASSES = ['21', '22', '23', '54', 'P0'];
/** Classes and states that pass: connections, resources, operator intervention, system errors, serialization, locks. */
const ENVIRONMENT_STATES = ['08', '53', '57', '58', '25P', '40', '55P03', 'F0', 'XX001', 'XX002'];
/** Codes of Node's system errors (node:errno) that say something of the machine, the network or the disk. */
const ENVIRONMENT_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND'],
  ...['EAI_AGAIN', 'EADDRNOTAVAIL', 'ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM', 'EBUSY', 'ESTALE'],
]);
/** What pg, and Prisma in a migration, say without a code of a connection that went away under them. */
const LOST_CONNECTION =
  /connection (terminated|ended|error)|client (was closed|has encountered a connection error)|not queryable|timeout expired|timeout exceeded when trying to connect|server has closed the connection|terminating connection/i;

export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === '23505';
}

/** Somebody holds a lock for longer than we wait in one go. */
export function isLockWait(error: unknown): boolean {
  return sqlState(error) === '55P03';
}

export function classifyError(error: unknown): ErrorClass {
  if (error instanceof RowRejected) return 'row';
  if (error instanceof RetryLater) return 'environment';
  if (error instanceof FetchError) return error.retryable ? 'environment' : 'unknown';
  const state = sqlState(error);
  if (state !== null) {
    if (ENVIRONMENT_STATES.some((start) => state.startsWith(start))) return 'environment';
    return ROW_CLASSES.some((start) => state.startsWith(start)) ? 'row' : 'unknown';
  }
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string' && ENVIRONMENT_CODES.has(current.code)) {
      return 'environment';
    }
    if (LOST_CONNECTION.test(current.message)) return 'environment';
  }
  return 'unknown';
}

/** A stable code for an error in a chunk's history: the SQLSTATE, Node's code, or the error's name. */
export function errorCode(error: unknown): string {
  const state = sqlState(error);
  if (state !== null) return state;
  if (!(error instanceof Error)) return 'UNKNOWN';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** How long to wait, in seconds, where the error itself says so (Retry-After, for one). */
export function requestedDelay(error: unknown): number | null {
  if (error instanceof FetchError) return error.retryAfterMs === null ? null : error.retryAfterMs / 1000;
  return error instanceof RetryLater ? error.afterSeconds : null;
}

/** Waits before what the environment failed is tried again, in seconds; each is jittered. */
const WAITS = [1, 4, 16] as const;

/**
 * How long to wait after so many transient errors in a row (from 1), in seconds; as long as the error itself asks for,
 * where that is longer. Null when it has been tried often enough, which a lock of somebody's never is: it goes.
 */
export function retryDelay(failures: number, error: unknown): number | null {
  const wait = isLockWait(error) ? WAITS[2] : WAITS[failures - 1];
  if (wait === undefined) return null;
  return Math.max(wait * (0.75 + Math.random() / 2), requestedDelay(error) ?? 0);
}
