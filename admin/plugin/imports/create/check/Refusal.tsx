import { Alert, AlertTitle } from '@mui/material';
import { useTranslate } from 'react-admin';
import { SluiceError } from '../../../api/errors.ts';

/** Why the server did not start it, fault by fault. */
export function Refusal({ error }: { error: Error }) {
  const translate = useTranslate();
  const issues = error instanceof SluiceError ? error.issues : [];
  return (
    <Alert severity="error">
      <AlertTitle>{translate('sluice.wizard.refused')}</AlertTitle>
      {error.message}
      {issues.length > 0 ? (
        <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
          {issues.map((issue) => (
            <li key={`${issue.path.join('.')} ${issue.message}`}>{issue.message}</li>
          ))}
        </ul>
      ) : null}
    </Alert>
  );
}
