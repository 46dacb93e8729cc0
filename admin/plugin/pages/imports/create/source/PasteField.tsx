import { Button, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Wizard } from '../useWizard.ts';

/** A browser keeps 5 MB of text for a page, and what else is kept needs room too. */
const KEPT_CHARACTERS = 500_000;

/** Rows from the clipboard: out of a spreadsheet, a CSV, a list of URLs, or JSON. */
export function PasteField({ wizard }: { wizard: Wizard }) {
  const translate = useTranslate();
  const { upload, store } = wizard;
  const [text, setText] = useState(store.draft.pasted);
  const type = (typed: string) => {
    setText(typed);
    if (typed.length <= KEPT_CHARACTERS) store.note({ pasted: typed });
  };
  const send = () => {
    store.note({ method: 'file' });
    upload.send(new File([text], translate('sluice.wizard.pasted_name'), { type: 'text/plain' }));
  };
  return (
    <Stack sx={{ gap: 1.5, alignItems: 'flex-start' }}>
      <TextField
        label={translate('sluice.wizard.paste')}
        value={text}
        onChange={(event) => type(event.target.value)}
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
