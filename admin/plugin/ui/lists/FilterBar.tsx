import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** The line above a list with what narrows it, a landmark for who jumps from one to the next. */
export function FilterBar({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Stack
      component="search"
      aria-label={translate('sluice.list.filters')}
      direction="row"
      sx={{ gap: 1.5, mb: 2, flexWrap: 'wrap', alignItems: 'center' }}
    >
      {children}
    </Stack>
  );
}
