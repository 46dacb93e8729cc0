import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FailedRow, ImportDetail, RowError } from '../../../../api/types.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useDebounced } from '../../../../ui/hooks/useDebounced.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { correctionsOf, type Draft, type Drafts } from './drafts.ts';

/** What the server finds in a row with what was typed into it. */
export type RowCheck =
  | { readonly kind: 'checking' }
  | { readonly kind: 'passes' }
  | { readonly kind: 'fails'; readonly errors: readonly RowError[] }
  | { readonly kind: 'unknown'; readonly error: unknown };

export type RowChecks = ReadonlyMap<number, RowCheck>;

/** A typing pause of this length ends a word. */
const TYPING_MS = 300;
/** With more drafts than this, only visible rows are checked. */
const MOST_CHECKED = 100;

/** Has the server check the drafts while the user types. Nothing is written. */
export function useRowChecks(item: ImportDetail, drafts: Drafts, rows: readonly FailedRow[]): RowChecks {
  const { api } = useSluice().sluice;
  const asked = useDebounced(useAsked(drafts, rows), TYPING_MS);
  const corrections = correctionsOf(asked);
  const { data, error } = useSluiceQuery({
    queryKey: ['sluice', 'check', item.id, corrections],
    queryFn: async () => {
      if (!corrections) return null;
      return { asked, failing: await api.checkRows({ importId: item.id, corrections }) };
    },
    enabled: corrections !== null,
    placeholderData: keepPreviousData,
    // What it says about the asked drafts holds for those very objects only.
    structuralSharing: false,
  });
  return useMemo(() => {
    const failing = new Map((data?.failing ?? []).map((row) => [row.rowNumber, row.errors]));
    const checkOf = (rowNumber: number, draft: Draft): RowCheck => {
      const known = data?.asked.get(rowNumber);
      if (!known || !sameValues(known, draft)) {
        return error ? { kind: 'unknown', error } : { kind: 'checking' };
      }
      const errors = failing.get(rowNumber);
      return errors ? { kind: 'fails', errors } : { kind: 'passes' };
    };
    return new Map([...drafts].map(([rowNumber, draft]) => [rowNumber, checkOf(rowNumber, draft)]));
  }, [drafts, data, error]);
}

function useAsked(drafts: Drafts, rows: readonly FailedRow[]): Drafts {
  return useMemo(() => {
    if (drafts.size <= MOST_CHECKED) return drafts;
    const onPage = new Set(rows.map(({ rowNumber }) => rowNumber));
    return new Map([...drafts].filter(([rowNumber]) => onPage.has(rowNumber)));
  }, [drafts, rows]);
}

function sameValues(one: Draft, other: Draft): boolean {
  return one === other || JSON.stringify(one.values) === JSON.stringify(other.values);
}
