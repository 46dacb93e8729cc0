import { Button, Stack, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Wizard } from '../useWizard.ts';

/** The address of a file, a sitemap or a feed. */
export function UrlField({ wizard }: { wizard: Wizard }) {
  const translate = useTranslate();
  const { draft, chooseSource } = wizard.store;
  const current = draft.source.kind === 'url' ? draft.source.url : '';
  const [url, setUrl] = useState(current);
  const isAddress = /^https?:\/\/\S+$/i.test(url.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isAddress) chooseSource({ kind: 'url', url: url.trim() });
  };
  return (
    <Stack component="form" onSubmit={submit} noValidate sx={{ gap: 1.5 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1.5, alignItems: { sm: 'flex-start' } }}>
        <TextField
          label={translate('sluice.wizard.url')}
          type="url"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
          placeholder="https://example.com/events.json"
          helperText={translate('sluice.wizard.url_hint')}
          margin="none"
          fullWidth
        />
        <Button
          type="submit"
          variant="contained"
          disabled={!isAddress || url.trim() === current}
          sx={{ flexShrink: 0 }}
        >
          {translate('sluice.wizard.url_use')}
        </Button>
      </Stack>
      {current ? (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {translate('sluice.wizard.url_used', { url: current })}
        </Typography>
      ) : null}
    </Stack>
  );
}
