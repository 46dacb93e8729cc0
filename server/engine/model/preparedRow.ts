import type { RowError } from '../../sdk/errors.ts';
import type { SourceRow } from '../../sources/types.ts';
import type { Warning } from './warning.ts';

/** A row after mapping, parsing and validation: what it is about, or why it cannot be imported. */
export interface PreparedRow {
  readonly row: SourceRow;
  /** Empty where there are errors. */
  readonly inputs: readonly unknown[];
  readonly errors: readonly RowError[];
  readonly warnings: readonly Warning[];
  /** Field to column, for errors that are found later. */
  readonly columnOf?: ReadonlyMap<string, string>;
}
