import CopyIcon from '@mui/icons-material/ContentCopyRounded';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';

interface SecretDialogProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** What the secret is. */
  readonly label: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** Shows a secret that cannot be shown again. A click outside does not close it, since the secret would be lost. */
export function SecretDialog({ title, children, label, secret, onClose }: SecretDialogProps) {
  const translate = useTranslate();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    field.current?.select();
    // A browser that lets no page write to the clipboard has it marked, for the keyboard.
    navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => {},
    );
  };
  return (
    <Dialog open aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2, pt: 1 }}>
          {children}
          <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1 }}>
            <TextField
              size="small"
              margin="none"
              fullWidth
              label={label}
              value={secret}
              inputRef={field}
              slotProps={{
                htmlInput: { readOnly: true, spellCheck: false },
                input: { sx: { fontFamily: 'monospace' } },
              }}
            />
            <Button autoFocus startIcon={<CopyIcon />} onClick={copy} sx={{ flexShrink: 0 }}>
              {translate(copied ? 'sluice.secret.copied' : 'sluice.secret.copy')}
            </Button>
          </Stack>
          <Alert severity="warning">{translate('sluice.secret.once')}</Alert>
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" onClick={onClose}>
          {translate('sluice.secret.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
