import { LinearProgress } from '@mui/material';
import type { ImportStatus } from '../../gql/generated/graphql.ts';

interface ProgressBarProps {
  readonly percent: number | null | undefined;
  readonly status: ImportStatus;
  readonly label: string;
  readonly height?: number;
}

/** How far an import is; moving without a measure while nothing is known yet. */
export function ProgressBar({ percent, status, label, height = 6 }: ProgressBarProps) {
  const value = Math.min(100, Math.max(0, percent ?? 0));
  const unknown = value === 0 && (status === 'RUNNING' || status === 'UNDOING');
  return (
    <LinearProgress
      aria-label={label}
      variant={unknown ? 'indeterminate' : 'determinate'}
      color={status === 'FAILED' ? 'error' : status === 'COMPLETED' ? 'success' : 'primary'}
      {...(unknown ? {} : { value })}
      sx={{ height, borderRadius: height / 2, flexGrow: 1, minWidth: 60 }}
    />
  );
}
