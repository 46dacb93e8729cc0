import type { Json } from '../../sdk/json.ts';
import type { RecordOutcome } from './outcome.ts';

export interface ProvenanceEntry {
  readonly recordId: string;
  readonly rowNumber: number;
  readonly outcome: RecordOutcome;
  /** Of a creation or an update, as JSON: { field: [old, new] }. */
  readonly changes: string | null;
  /** What the row offered and the policy did not take, as JSON: { field: [kept, offered] }. */
  readonly kept: string | null;
  /** Codes of the row's warnings. */
  readonly warnings: readonly string[];
}

/** One change that an import made to a record. */
export interface RecordHistoryEntry {
  readonly outcome: RecordOutcome;
  /** { field: [old, new] } */
  readonly changes: Readonly<Record<string, readonly [Json, Json]>>;
}
