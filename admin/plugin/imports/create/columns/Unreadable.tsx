import { Alert, AlertTitle, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSaid } from '../../../said/useSaid.ts';

interface UnreadableProps {
  readonly message: string;
  readonly onRetry: () => void;
  readonly onSource: () => void;
}

/** Why nothing can be seen of the source, and the two ways on. */
export function Unreadable({ message, onRetry, onSource }: UnreadableProps) {
  const translate = useTranslate();
  const said = useSaid();
  return (
    <Alert
      severity="error"
      action={
        <>
          <Button color="inherit" size="small" variant="text" onClick={onRetry}>
            {translate('sluice.error.retry')}
          </Button>
          <Button color="inherit" size="small" variant="text" onClick={onSource}>
            {translate('sluice.wizard.other_source')}
          </Button>
        </>
      }
    >
      <AlertTitle>{translate('sluice.wizard.unreadable')}</AlertTitle>
      {said(message)}
    </Alert>
  );
}
