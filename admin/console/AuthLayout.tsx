import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Notification } from 'react-admin';
import { useDocumentTitle } from '../plugin/ui/browser/useDocumentTitle.ts';
import { LanguageMenu } from './LanguageMenu.tsx';

/** The layout of pages before sign-in. */
export function AuthLayout({ title, children }: { title: string; children: ReactNode }) {
  useDocumentTitle(title);
  return (
    <Box
      component="main"
      sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', bgcolor: 'background.default', p: 2 }}
    >
      <Box sx={{ position: 'fixed', top: 8, right: 8 }}>
        <LanguageMenu />
      </Box>
      <Paper elevation={0} sx={{ width: '100%', maxWidth: 400, p: { xs: 3, sm: 4 }, borderRadius: 3 }}>
        <Typography component="h1" variant="h5">
          {title}
        </Typography>
        {children}
      </Paper>
      <Notification />
    </Box>
  );
}
