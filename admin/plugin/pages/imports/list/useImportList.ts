import { useListContext } from 'react-admin';
import type { ImportFilter, ImportStatus } from '../../../../gql/generated/graphql.ts';
import type { ImportSummary } from '../../../api/types.ts';
import { type ListState, useListState } from '../../../ui/lists/useListState.ts';

/** The filters of the history, as sets of statuses; `all` has no statuses. */
export const STATUS_GROUPS = {
  all: [],
  active: ['QUEUED', 'RUNNING', 'UNDOING'],
  attention: ['COMPLETED_WITH_ERRORS', 'FAILED', 'PAUSED'],
  done: ['COMPLETED'],
} as const satisfies Record<string, readonly ImportStatus[]>;
export type StatusGroup = keyof typeof STATUS_GROUPS;

export const GROUPS: readonly StatusGroup[] = ['all', 'active', 'attention', 'done'];

export function useImportList(): ListState<ImportSummary> {
  return useListState<ImportSummary>();
}

export interface HistoryFilter {
  readonly values: ImportFilter;
  /** Null: the statuses chosen are none of the groups. */
  readonly group: StatusGroup | null;
  readonly chooseGroup: (group: StatusGroup) => void;
  /** Changes some of the values; what is null or empty narrows no more. */
  readonly change: (values: ImportFilter) => void;
  readonly clear: () => void;
}

/** How the history is narrowed, and how to narrow it otherwise. */
export function useHistoryFilter(): HistoryFilter {
  const { filterValues, setFilters } = useListContext();
  const values: ImportFilter = filterValues ?? {};
  const change = (changed: ImportFilter) => {
    const entries = Object.entries({ ...values, ...changed });
    setFilters(Object.fromEntries(entries.filter(([, value]) => !isNothing(value))));
  };
  const statuses = values.status ?? [];
  return {
    values,
    group: GROUPS.find((name) => STATUS_GROUPS[name].join() === statuses.join()) ?? null,
    chooseGroup: (name) => change({ status: [...STATUS_GROUPS[name]] }),
    change,
    clear: () => setFilters({}),
  };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
