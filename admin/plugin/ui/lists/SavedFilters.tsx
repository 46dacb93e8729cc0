import SavedIcon from '@mui/icons-material/BookmarkBorderRounded';
import DeleteIcon from '@mui/icons-material/DeleteOutlineRounded';
import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Divider,
  ListItemText,
  Menu,
  MenuItem,
  TextField,
} from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSavedFilters } from './useSavedFilters.ts';

/** The filters that one keeps under a name, in this browser. */
export function SavedFilters() {
  const translate = useTranslate();
  const { saved, canSave, apply, save, remove } = useSavedFilters();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [naming, setNaming] = useState(false);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        startIcon={<SavedIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('sluice.saved.title')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {saved.map(({ label }) => (
          <MenuItem
            key={label}
            onClick={() => {
              close();
              apply(label);
            }}
          >
            <ListItemText>{label}</ListItemText>
          </MenuItem>
        ))}
        {saved.map(({ label }) => (
          <MenuItem key={`remove ${label}`} onClick={() => remove(label)} sx={{ color: 'text.secondary' }}>
            <DeleteIcon aria-hidden fontSize="small" sx={{ mr: 1 }} />
            {translate('sluice.saved.remove', { name: label })}
          </MenuItem>
        ))}
        {saved.length > 0 ? <Divider /> : null}
        <MenuItem
          disabled={!canSave}
          onClick={() => {
            close();
            setNaming(true);
          }}
        >
          {translate(canSave ? 'sluice.saved.save' : 'sluice.saved.nothing')}
        </MenuItem>
      </Menu>
      <NameDialog open={naming} onClose={() => setNaming(false)} onName={save} />
    </>
  );
}

interface NameDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

function NameDialog({ open, onClose, onName }: NameDialogProps) {
  const translate = useTranslate();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (!name) return;
    onName(name);
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <form onSubmit={submit}>
        <DialogTitle id={id}>{translate('sluice.saved.save')}</DialogTitle>
        <DialogContent>
          <TextField name="name" label={translate('sluice.saved.name')} required autoFocus fullWidth />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button variant="text" onClick={onClose}>
            {translate('sluice.saved.cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {translate('sluice.saved.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
