import { Alert } from '@mui/material';
import type { SourceInspection } from '../../../../api/types.ts';
import { useWarningWords } from '../../../../ui/words/useWarningWords.ts';

/** What is odd about the source, before anything is imported. */
export function SourceWarnings({ warnings }: { warnings: SourceInspection['warnings'] }) {
  const words = useWarningWords();
  if (warnings.length === 0) return null;
  return (
    <Alert severity="warning">
      {warnings.map((warning) => (
        <div key={`${warning.code} ${warning.column} ${warning.message}`}>{words(warning)}</div>
      ))}
    </Alert>
  );
}
