import { useTranslate } from 'react-admin';
import { useFormat } from '../../../shared/useFormat.ts';
import type { Scope } from './scope.ts';

/** "3 chosen rows", "12 rows of this reason", "all 40 rows", "row 7". */
export function useScopeWords(): (scope: Scope) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (scope) => {
    const [row] = scope.kind === 'chosen' && scope.count === 1 ? scope.rowNumbers : [];
    if (row !== undefined) return translate('sluice.failed.scope_one', { row: format.count(row) });
    return translate(`sluice.failed.scope_${scope.kind}`, {
      smart_count: scope.count,
      rows: format.count(scope.count),
    });
  };
}
