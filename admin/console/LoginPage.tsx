import { Alert, Button, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { AuthLayout } from './AuthLayout.tsx';
import { useSignIn } from './useSignIn.ts';

export function LoginPage() {
  const translate = useTranslate();
  const { state, submit, isOver } = useSignIn();
  return (
    <AuthLayout title={translate('sluice.console.sign_in')}>
      <Typography color="textSecondary" sx={{ mb: 3 }}>
        {translate('sluice.console.sign_in_hint')}
      </Typography>
      <Stack component="form" onSubmit={submit} sx={{ gap: 2 }}>
        {isOver && state.kind === 'asking' ? <Alert severity="info">{translate('sluice.console.over')}</Alert> : null}
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
    </AuthLayout>
  );
}
