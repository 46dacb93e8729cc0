import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** Names with what they stand for: beside each other, in the hand one below the other. */
export function FactList({ children }: { children: ReactNode }) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '180px 1fr' },
        columnGap: 3,
        rowGap: { xs: 0.25, sm: 1.25 },
        m: 0,
        typography: 'body2',
        '& dt, & dd': { overflowWrap: 'anywhere', minWidth: 0 },
        '& dd': { m: 0, mb: { xs: 1.25, sm: 0 } },
      }}
    >
      {children}
    </Box>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" color="textSecondary">
        {name}
      </Typography>
      <dd>{children}</dd>
    </>
  );
}
