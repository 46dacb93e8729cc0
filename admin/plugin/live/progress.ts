import type { ImportStatus } from '../../gql/generated/graphql.ts';
import type { ErrorGroup, Progress } from '../api/types.ts';

/** What every snapshot of the streams has, with the groups that only one import's own stream carries. */
export type Snapshot = Progress & { readonly errorSummary?: ErrorGroup[] };

const STREAM_ENDS: readonly ImportStatus[] = ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED', 'UNDONE'];

/** Whether the stream of an import in this status has ended. */
export function isFinal(status: ImportStatus): boolean {
  return STREAM_ENDS.includes(status);
}

/** The newer of the two: an answer that left the server before a snapshot may arrive after it. */
export function withProgress<Item extends Progress>(item: Item, snapshot: Snapshot): Item {
  return snapshot.id === item.id && snapshot.revision > item.revision ? { ...item, ...snapshot } : item;
}
