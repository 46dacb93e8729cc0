import { Alert, AlertTitle, Box, Button, CircularProgress, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useErrorText } from '../messages/useErrorText.ts';

/** Something is not there: what, and what to do about it. */
export function EmptyNotice({ icon, title, hint, action }: NoticeProps) {
  return (
    <Paper
      elevation={0}
      sx={{ px: 3, py: { xs: 5, sm: 8 }, textAlign: 'center', borderStyle: 'dashed', borderRadius: 2 }}
    >
      {icon ? <Box sx={{ color: 'text.secondary', mb: 1, '& svg': { fontSize: 44 } }}>{icon}</Box> : null}
      <Typography variant="h6" component="p">
        {title}
      </Typography>
      {hint ? (
        <Typography color="textSecondary" sx={{ mt: 1, maxWidth: 520, mx: 'auto' }}>
          {hint}
        </Typography>
      ) : null}
      {action ? <Box sx={{ mt: 3 }}>{action}</Box> : null}
    </Paper>
  );
}

interface NoticeProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
}

interface FailureProps {
  readonly error: unknown;
  readonly retry: () => void;
  /** In place of saying that something could not be loaded. */
  readonly title?: string;
  /** Another way on, beside trying again. */
  readonly beside?: ReactNode;
}

export function FailureNotice({ error, retry, title, beside }: FailureProps) {
  const translate = useTranslate();
  const errorText = useErrorText();
  return (
    <Alert
      severity="error"
      action={
        <>
          <Button color="inherit" size="small" variant="text" onClick={retry}>
            {translate('sluice.error.retry')}
          </Button>
          {beside}
        </>
      }
    >
      <AlertTitle>{title ?? translate('sluice.error.title')}</AlertTitle>
      {errorText(error)}
    </Alert>
  );
}

export function LoadingNotice() {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', minHeight: 240 }}>
      <CircularProgress size={28} aria-label={translate('ra.page.loading')} />
    </Box>
  );
}
