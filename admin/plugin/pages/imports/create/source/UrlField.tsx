import { Button, Stack, TextField, Typography } from '@mui/material';
import type { FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { Wizard } from '../useWizard.ts';

/** The address of a file, a sitemap or a feed. */
export function UrlField({ wizard }: { wizard: Wizard }) {
  const translate = useTranslate();
  const { draft, chooseSource, note } = wizard.store;
  const current = draft.source.kind === 'url' ? draft.source.url : '';
  const url = draft.typedUrl.trim();
  const isAddress = URL.canParse(url) && /^https?:\/\//i.test(url);
  const isWrong = url.length > 'https://'.length && !isAddress;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isAddress && url !== current) chooseSource({ kind: 'url', url });
  };
  return (
    <Stack component="form" onSubmit={submit} noValidate sx={{ gap: 1.5 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1.5, alignItems: { sm: 'flex-start' } }}>
        <TextField
          label={translate('sluice.wizard.url')}
          type="url"
          value={draft.typedUrl}
          onChange={(event) => note({ typedUrl: event.target.value })}
          placeholder="https://example.com/events.json"
          error={isWrong}
          helperText={translate(isWrong ? 'sluice.wizard.url_wrong' : 'sluice.wizard.url_hint')}
          margin="none"
          fullWidth
        />
        <Button type="submit" variant="contained" disabled={!isAddress || url === current} sx={{ flexShrink: 0 }}>
          {translate('sluice.wizard.url_use')}
        </Button>
      </Stack>
      <Typography role="status" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {current ? translate('sluice.wizard.url_used', { url: current }) : null}
      </Typography>
    </Stack>
  );
}
