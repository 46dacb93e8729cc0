import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** The space that a page's content has, at every width. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <Box sx={{ width: '100%', maxWidth: narrow ? 880 : 1440, mx: 'auto', px: { xs: 1, sm: 2 }, py: { xs: 2, sm: 3 } }}>
      {children}
    </Box>
  );
}
