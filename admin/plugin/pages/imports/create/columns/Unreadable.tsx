import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FailureNotice } from '../../../../ui/Notices.tsx';

interface UnreadableProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onSource: () => void;
}

/** Why nothing can be seen of the source, and the two ways on. */
export function Unreadable({ error, onRetry, onSource }: UnreadableProps) {
  const translate = useTranslate();
  return (
    <FailureNotice
      error={error}
      retry={onRetry}
      title={translate('sluice.wizard.unreadable')}
      beside={
        <Button color="inherit" size="small" variant="text" onClick={onSource}>
          {translate('sluice.wizard.other_source')}
        </Button>
      }
    />
  );
}
