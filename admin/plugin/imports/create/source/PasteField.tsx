import { Button, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Wizard } from '../useWizard.ts';

/** Rows from the clipboard: out of a spreadsheet, a CSV, a list of URLs, or JSON. */
export function PasteField({ wizard, onSent }: { wizard: Wizard; onSent: () => void }) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const send = () => {
    wizard.upload.send(new File([text], translate('sluice.wizard.pasted_name'), { type: 'text/plain' }));
    onSent();
  };
  return (
    <Stack sx={{ gap: 1.5, alignItems: 'flex-start' }}>
      <TextField
        label={translate('sluice.wizard.paste')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        helperText={translate('sluice.wizard.paste_hint')}
        multiline
        minRows={6}
        maxRows={16}
        margin="none"
        fullWidth
        slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace', fontSize: 13 } } }}
      />
      <Button variant="contained" disabled={text.trim() === ''} onClick={send}>
        {translate('sluice.wizard.paste_use')}
      </Button>
    </Stack>
  );
}
