import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslate } from 'react-admin';

interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  /** The button that closes the dialog, where “Cancel” would be ambiguous. */
  readonly dismiss?: string;
  readonly open: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before an action that is hard to undo. The button that changes nothing has the focus. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  dismiss,
  open,
  busy,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const translate = useTranslate();
  const id = useId();
  // The caller drops the question when the dialog closes, but the dialog still fades out for a moment.
  const asked = { title, children, confirm };
  const [last, keep] = useState(asked);
  const shown = open ? asked : last;
  useEffect(() => {
    if (open) keep({ title, children, confirm });
  }, [open, title, children, confirm]);
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{shown.title}</DialogTitle>
      <DialogContent>{shown.children}</DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="text" onClick={onClose} autoFocus>
          {dismiss ?? translate('sluice.confirm.keep')}
        </Button>
        <Button color="error" onClick={onConfirm} disabled={busy ?? false}>
          {shown.confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
