import { useTranslate } from 'react-admin';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import type { Scope } from './scope.ts';

/** "3 chosen rows", "12 rows of this reason", "all 40 rows", "row 7". */
export function useScopeTexts(): (scope: Scope) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (scope) =>
    scope.kind === 'row'
      ? translate('sluice.failed.scope_row', { row: format.count(scope.rowNumber) })
      : translate(`sluice.failed.scope_${scope.kind}`, { smart_count: scope.count, rows: format.count(scope.count) });
}
