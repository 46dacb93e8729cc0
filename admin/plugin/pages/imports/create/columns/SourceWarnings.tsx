import { Alert } from '@mui/material';
import type { SourceInspection } from '../../../../api/types.ts';
import { useMessageText } from '../../../../messages/useMessageText.ts';

/** What is odd about the source, before anything is imported. */
export function SourceWarnings({ warnings }: { warnings: SourceInspection['warnings'] }) {
  const messageText = useMessageText();
  if (warnings.length === 0) return null;
  return (
    <Alert severity="warning">
      {warnings.map((warning) => (
        <div key={`${warning.code} ${warning.column} ${warning.message}`}>{messageText(warning)}</div>
      ))}
    </Alert>
  );
}
