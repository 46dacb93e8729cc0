import { Alert, Box, Button, Paper, Stack, TextField, Typography } from '@mui/material';
import { useEffect } from 'react';
import { Notification, useTranslate } from 'react-admin';
import { LanguageMenu } from './LanguageMenu.tsx';
import { useSignIn } from './useSignIn.ts';

export function LoginPage() {
  const translate = useTranslate();
  const { state, submit } = useSignIn();
  const title = translate('sluice.console.sign_in');
  useEffect(() => {
    document.title = title;
  }, [title]);
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
        <Typography color="textSecondary" sx={{ mb: 3 }}>
          {translate('sluice.console.sign_in_hint')}
        </Typography>
        <Stack component="form" onSubmit={submit} sx={{ gap: 2 }}>
          {state.kind === 'refused' ? <Alert severity="error">{state.message}</Alert> : null}
          <TextField
            name="email"
            type="email"
            label={translate('sluice.console.email')}
            autoComplete="username"
            required
            autoFocus
            margin="none"
          />
          <TextField
            name="password"
            type="password"
            label={translate('sluice.console.password')}
            autoComplete="current-password"
            required
            margin="none"
          />
          <Button type="submit" variant="contained" size="large" disabled={state.kind === 'signingIn'}>
            {translate(state.kind === 'signingIn' ? 'sluice.console.submitting' : 'sluice.console.submit')}
          </Button>
        </Stack>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
          {translate('sluice.console.first_start')}
        </Typography>
      </Paper>
      <Notification />
    </Box>
  );
}
