import type { RowError } from '../../sdk/errors.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { RowOrigin } from '../../sources/types.ts';

import type { ImportStatus } from './import.ts';

export interface OpenRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly line: number | null;
  /** As it came. */
  readonly values: JsonObject;
  /** The columns that an earlier retry changed. */
  readonly corrected: JsonObject | null;
  readonly errors: readonly RowError[];
  readonly attempts: number;
  /** The failed row of an earlier import that it came back from. */
  readonly originImportId: string | null;
  readonly originRow: number | null;
}

/** Which open failed rows are meant; all members that are there must hold. */
export interface RowFilter {
  readonly rowNumbers?: readonly number[];
  readonly code?: string;
  readonly field?: string;
}

export interface FailedRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly line: number | null;
  /** The row as it came, as JSON text: column name to value. */
  readonly values: string;
  readonly errors: readonly RowError[];
  readonly origin: RowOrigin | null;
}

export interface LockedRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly errors: readonly RowError[];
}

/** What became of a row that came back from a failed row of an earlier import. */
export interface ReimportedRow {
  readonly origin: RowOrigin;
  /** Its number in the import in which it came back. */
  readonly row: number;
  readonly isGood: boolean;
}

/** An earlier import whose counts changed. */
export interface ChangedOrigin {
  readonly id: string;
  readonly projectId: string;
  readonly status: ImportStatus;
  readonly failed: number;
  readonly discarded: number;
}

/** A failed row as it left: what came, with what retries changed. */
export interface AttemptedRow {
  readonly values: JsonObject;
  readonly corrected: JsonObject | null;
  /** The columns of its import. */
  readonly columns: readonly string[];
}
