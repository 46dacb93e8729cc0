import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../../api/types.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { shareOfBad } from './errorRate.ts';

interface ResumeDialogProps {
  readonly item: ImportDetail;
  readonly onClose: () => void;
  /** With the new limit, 0 to 1. */
  readonly onResume: (maxErrorRate: number) => void;
}

/** An import that stopped by its limit of errors would stop again at once: asks for another. */
export function ResumeDialog({ item, onClose, onResume }: ResumeDialogProps) {
  const translate = useTranslate();
  const format = useFormat();
  const id = useId();
  const share = shareOfBad(item);
  const [text, setText] = useState(String(Math.min(100, Math.ceil(100 * share * 1.5 + 1))));
  const limit = text.trim() === '' ? Number.NaN : Number(text);
  const invalid = !(limit >= 0 && limit <= 100);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (invalid) return;
    onClose();
    onResume(limit / 100);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={id}>{translate('sluice.resume.title')}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 2 }}>
            {translate('sluice.resume.text', { share: format.share(share), limit: format.share(item.maxErrorRate) })}
          </Typography>
          <TextField
            label={translate('sluice.resume.limit')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            error={invalid}
            helperText={invalid ? translate('sluice.resume.invalid') : null}
            autoFocus
            fullWidth
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button variant="text" onClick={onClose}>
            {translate('sluice.confirm.keep')}
          </Button>
          <Button type="submit" variant="contained" disabled={invalid}>
            {translate('sluice.resume.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
