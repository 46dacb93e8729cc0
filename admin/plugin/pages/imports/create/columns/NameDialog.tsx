import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';

interface NameDialogProps {
  readonly initial: string;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

/** Under which name a mapping is saved. */
export function NameDialog({ initial, onSave, onClose }: NameDialogProps) {
  const translate = useTranslate();
  const title = useId();
  const [name, setName] = useState(initial);
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(name.trim());
        }}
      >
        <DialogTitle id={title}>{translate('sluice.wizard.save_mapping')}</DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            fullWidth
            label={translate('sluice.wizard.mapping_name')}
            helperText={translate('sluice.wizard.mapping_name_hint')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={name.trim() === ''}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
