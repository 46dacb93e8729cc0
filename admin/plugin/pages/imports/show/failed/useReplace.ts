import { useMemo, useState } from 'react';
import type { SluiceApi } from '../../../../api/api.ts';
import type { FailedRow, ImportDetail } from '../../../../api/types.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useDebounced } from '../../../../ui/hooks/useDebounced.ts';
import { useImporter } from '../../../../ui/hooks/useImporter.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { faultyColumns, shownColumns } from './columns.ts';
import { correctionsOf, type Drafts } from './drafts.ts';
import { type Replaced, type Replacement, replaceInRows } from './replace.ts';
import { draftsIn, filterOf, type Scope } from './scope.ts';

/** Correcting more rows at once than this is a task for the source and a new import. */
export const MOST_ROWS = 10_000;
const READ_AT_ONCE = 1_000;
/** The server checks no more at once. */
const MOST_CHECKED = 1_000;
const TYPING_MS = 400;

export type ReplaceState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | ReadyReplace;

export interface ReadyReplace {
  readonly kind: 'ready';
  readonly columns: readonly string[];
  readonly replacement: Replacement;
  readonly change: (change: Partial<Replacement>) => void;
  /** How many rows were looked at. */
  readonly rows: number;
  readonly result: Replaced;
  /** How many of the changed rows would pass and still fail; null while the server checks. */
  readonly verdict: { readonly pass: number; readonly fail: number } | null;
}

/** One replacement for all rows of a scope, shown in numbers before it is made. */
export function useReplace(item: ImportDetail, scope: Scope, drafts: Drafts): ReplaceState {
  const { api } = useSluice().sluice;
  const query = useSluiceQuery({
    queryKey: ['sluice', 'rowsOf', item.id, filterOf(scope)],
    queryFn: () => readRows(api, item.id, scope),
  });
  const rows = query.data;
  const importer = useImporter(item.importerName);
  const columns = useMemo(() => shownColumns(rows ?? [], item, [], importer).columns, [rows, item, importer]);
  const [chosen, change, isGiven] = useReplacement(item, scope, rows, columns);
  const result = useMemo(
    () => (isGiven ? replaceInRows(drafts, rows ?? [], chosen) : { drafts, rowNumbers: [], example: null }),
    [drafts, rows, chosen, isGiven],
  );
  const verdict = useVerdict(item.id, result);
  if (!rows) {
    const { error } = query;
    return error ? { kind: 'failed', error, retry: () => void query.refetch() } : { kind: 'reading' };
  }
  return { kind: 'ready', columns, replacement: chosen, change, rows: rows.length, result, verdict };
}

/** Empty search and replacement texts would empty the column, which a user who typed neither does not intend. */
function useReplacement(
  { mapping }: ImportDetail,
  scope: Scope,
  rows: readonly FailedRow[] | undefined,
  columns: readonly string[],
) {
  const [change, setChange] = useState<Partial<Replacement>>({});
  const replacement = useMemo(() => {
    const field = scope.kind === 'group' ? scope.group.field : null;
    const mapped = field === null ? undefined : mapping.find((entry) => entry.field === field)?.column;
    const [first = ''] = columns;
    const [faulty = first] = faultyColumns(rows ?? [], { mapping });
    return { column: mapped ?? faulty, find: '', by: '', ...change };
  }, [change, scope, mapping, rows, columns]);
  const isGiven = change.find !== undefined || change.by !== undefined;
  const update = (next: Partial<Replacement>) => setChange((before) => ({ ...before, ...next }));
  return [replacement, update, isGiven] as const;
}

async function readRows(api: SluiceApi, id: string, scope: Scope): Promise<readonly FailedRow[]> {
  const { code = null, field = null, rowNumbers } = filterOf(scope);
  const rows: FailedRow[] = [];
  for (let offset = 0; offset < MOST_ROWS; offset += READ_AT_ONCE) {
    const page = await api.failedRows({ id, first: READ_AT_ONCE, offset, status: 'OPEN', code, field });
    rows.push(...page.items);
    if (rows.length >= page.total) break;
  }
  const wanted = rowNumbers ? new Set(rowNumbers) : null;
  return wanted ? rows.filter(({ rowNumber }) => wanted.has(rowNumber)) : rows;
}

function useVerdict(importId: string, { drafts, rowNumbers }: Replaced): ReadyReplace['verdict'] {
  const { api } = useSluice().sluice;
  const changed = useMemo(() => {
    const first = rowNumbers.slice(0, MOST_CHECKED);
    return correctionsOf(draftsIn(drafts, { kind: 'chosen', rowNumbers: first, count: first.length }));
  }, [drafts, rowNumbers]);
  const asked = useDebounced(changed, TYPING_MS);
  const { data, isPlaceholderData } = useSluiceQuery({
    queryKey: ['sluice', 'verdict', importId, asked],
    queryFn: async () => (asked ? (await api.checkRows({ importId, corrections: asked })).length : 0),
    enabled: asked !== null,
  });
  if (asked !== changed || asked === null || data === undefined || isPlaceholderData) return null;
  return { pass: asked.length - data, fail: data };
}
