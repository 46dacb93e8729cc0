import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface ChartFrameProps {
  /** What the chart says, in words. */
  readonly label: string;
  /** Shown in its place where there is nothing to draw. */
  readonly empty: string | null;
  readonly children: ReactNode;
}

/** A chart with a text alternative. */
export function ChartFrame({ label, empty, children }: ChartFrameProps) {
  if (empty !== null) return <Typography color="textSecondary">{empty}</Typography>;
  return (
    <Box role="img" aria-label={label} sx={{ width: '100%', minWidth: 0 }}>
      <div aria-hidden>{children}</div>
    </Box>
  );
}
