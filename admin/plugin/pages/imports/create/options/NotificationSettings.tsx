import { Box, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Wizard } from '../useWizard.ts';
import { NumberInput } from './NumberInput.tsx';

/** When the import stops by itself, and who hears of its end. */
export function NotificationSettings({ wizard }: { wizard: Wizard }) {
  const translate = useTranslate();
  const { draft, change } = wizard.store;
  return (
    <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
      <NumberInput
        {...COMMON}
        label={translate('sluice.wizard.max_error_rate')}
        helperText={translate('sluice.wizard.max_error_rate_hint')}
        shown={draft.maxErrorRate}
        min={0}
        max={100}
        onEnter={(maxErrorRate) => change({ maxErrorRate })}
      />
      <TextField
        {...COMMON}
        multiline
        maxRows={10}
        label={translate('sluice.wizard.notify_emails')}
        helperText={translate('sluice.wizard.notify_emails_hint')}
        value={draft.notifyEmails.join('\n')}
        onChange={(event) => change({ notifyEmails: event.target.value === '' ? [] : event.target.value.split('\n') })}
      />
      <TextField
        {...COMMON}
        type="url"
        label={translate('sluice.wizard.webhook_url')}
        helperText={translate('sluice.wizard.webhook_url_hint')}
        value={draft.webhookUrl}
        onChange={(event) => change({ webhookUrl: event.target.value.trim() })}
      />
    </Box>
  );
}

const COMMON = { size: 'small', margin: 'none', fullWidth: true } as const;
