import { Alert, Button, Link, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Sluice } from '../plugin/sluice.ts';
import { LoadingNotice } from '../plugin/ui/Notices.tsx';
import { AuthLayout } from './AuthLayout.tsx';
import { type InvitationControl, useInvitation } from './useInvitation.ts';

/** The page where an invited person sets a password or joins with their existing account. */
export function InvitationPage({ sluice }: { sluice: Sluice }) {
  const translate = useTranslate();
  const control = useInvitation(sluice);
  return (
    <AuthLayout title={translate('sluice.invitation.title')}>
      {control.refusal === null ? null : (
        <Alert severity="error" sx={{ my: 2 }}>
          {control.refusal}
        </Alert>
      )}
      <Content control={control} />
    </AuthLayout>
  );
}

function Content({ control }: { control: InvitationControl }) {
  const translate = useTranslate();
  if (control.who.kind === 'loading') return <LoadingNotice />;
  if (control.who.kind === 'nobody') return <NewAccount control={control} />;
  const { email } = control.who;
  return (
    <Stack sx={{ gap: 2, mt: 2 }}>
      <Typography>{translate('sluice.invitation.signed_in', { who: email })}</Typography>
      <Button variant="contained" size="large" disabled={control.busy} onClick={control.accept}>
        {translate('sluice.invitation.accept_as', { who: email })}
      </Button>
    </Stack>
  );
}

function NewAccount({ control }: { control: InvitationControl }) {
  const translate = useTranslate();
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 3 }}>
        {translate('sluice.invitation.text')}
      </Typography>
      <Stack component="form" onSubmit={control.join} sx={{ gap: 2 }}>
        <TextField
          name="name"
          label={translate('sluice.invitation.name')}
          autoComplete="name"
          autoFocus
          margin="none"
          slotProps={{ htmlInput: { maxLength: 100 } }}
        />
        <TextField
          name="password"
          type="password"
          label={translate('sluice.invitation.password')}
          autoComplete="new-password"
          required
          margin="none"
          slotProps={{ htmlInput: { minLength: 8, maxLength: 128 } }}
        />
        <Button type="submit" variant="contained" size="large" disabled={control.busy}>
          {translate('sluice.invitation.accept')}
        </Button>
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
        {translate('sluice.invitation.have_account')}{' '}
        <Link component={RouterLink} to="/login">
          {translate('sluice.invitation.sign_in_first')}
        </Link>
      </Typography>
    </>
  );
}
