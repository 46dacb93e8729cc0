import { Alert, AlertTitle } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../api/types.ts';
import { useFormat } from '../../shared/useFormat.ts';

export function WarningList({ warnings }: { warnings: ImportDetail['warnings'] }) {
  const translate = useTranslate();
  const format = useFormat();
  if (warnings.length === 0) return null;
  return (
    <Alert severity="warning">
      <AlertTitle>{translate('sluice.show.warnings')}</AlertTitle>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {warnings.map(({ code, message, column, count }) => (
          <li key={`${code} ${column} ${message}`}>
            {message}
            {count == null || count < 2
              ? null
              : ` (${translate('sluice.failed.group_rows', { smart_count: count, _: format.count(count) })})`}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
