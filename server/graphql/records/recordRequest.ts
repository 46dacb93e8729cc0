import type { ListedField } from '../../sdk/listing/recordList.ts';
import type { SortDirection } from '../inputShapes.ts';

/** A filter of one field that is known to fit it. `from` and `to` are included. */
export interface RecordFilter {
  readonly field: ListedField;
  readonly equals: FilterValue | null;
  readonly contains: string | null;
  readonly from: FilterValue | null;
  readonly to: FilterValue | null;
  readonly isEmpty: boolean | null;
}

/** A number is given as its digits, a date as yyyy-MM-dd and a time as of Date.toISOString. */
export type FilterValue = string | boolean;

export interface RecordSelection {
  readonly search: string | null;
  readonly importId: string | null;
  /** A record must match all of them. */
  readonly filters: readonly RecordFilter[];
}

export interface RecordRequest extends RecordSelection {
  readonly orderBy: {
    /** Null: by id. */
    readonly field: ListedField | null;
    readonly direction: keyof typeof SortDirection;
  };
}
