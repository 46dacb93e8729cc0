import type { FailedRowFilter } from '../../../../../gql/generated/graphql.ts';
import type { ErrorGroup, FailedRow } from '../../../../api/types.ts';
import type { Drafts } from './drafts.ts';

/** The reason whose rows are shown; null shows all. */
export type GroupChoice = Pick<ErrorGroup, 'code' | 'field'> | null;

/** Which open rows are meant. */
export type Scope =
  | { readonly kind: 'all'; readonly count: number }
  | { readonly kind: 'group'; readonly group: NonNullable<GroupChoice>; readonly count: number }
  | { readonly kind: 'row'; readonly rowNumber: number; readonly count: 1 }
  | { readonly kind: 'chosen'; readonly rowNumbers: readonly number[]; readonly count: number };

/** The chosen rows where any are, else those of the chosen group, else all. */
export function scopeOf(chosen: ReadonlySet<number>, group: GroupChoice, total: number): Scope {
  if (chosen.size > 0) return { kind: 'chosen', rowNumbers: [...chosen], count: chosen.size };
  return group ? { kind: 'group', group, count: total } : { kind: 'all', count: total };
}

export function filterOf(scope: Scope): FailedRowFilter {
  switch (scope.kind) {
    case 'all':
      return {};
    case 'group':
      return { code: scope.group.code, ...(scope.group.field === null ? {} : { field: scope.group.field }) };
    case 'row':
      return { rowNumbers: [scope.rowNumber] };
    case 'chosen':
      return { rowNumbers: [...scope.rowNumbers] };
  }
}

/**
 * The drafts of the scope's rows. One whose row was not read yet counts as in the group: the server leaves corrections
 * of other rows alone.
 */
export function draftsIn(drafts: Drafts, scope: Scope): Drafts {
  if (scope.kind === 'all') return drafts;
  if (scope.kind === 'group') return new Map([...drafts].filter(([, { row }]) => !row || isIn(scope.group, row)));
  const wanted = new Set(scope.kind === 'row' ? [scope.rowNumber] : scope.rowNumbers);
  return new Map([...drafts].filter(([rowNumber]) => wanted.has(rowNumber)));
}

function isIn({ code, field }: NonNullable<GroupChoice>, { errors }: FailedRow): boolean {
  return errors.some((error) => error.code === code && (field === null || error.field === field));
}
