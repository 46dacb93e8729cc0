import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Menu,
  MenuItem,
  Stack,
  TextField,
} from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { SourceInspection } from '../../../api/types.ts';
import type { Wizard } from '../useWizard.ts';
import { useSavedMappings } from './useSavedMappings.ts';

/** Takes a mapping that was saved before, or saves this one under a name. */
export function SavedMappings({ wizard, inspection }: { wizard: Wizard; inspection: SourceInspection }) {
  const translate = useTranslate();
  const { list, apply, save, remove } = useSavedMappings(wizard, inspection);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [naming, setNaming] = useState(false);
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      {list.length > 0 ? (
        <>
          <Button
            size="small"
            aria-haspopup="menu"
            aria-expanded={anchor !== null}
            onClick={(event) => setAnchor(event.currentTarget)}
          >
            {translate('sluice.wizard.saved_mappings')}
          </Button>
          <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
            {list.map((mapping) => (
              <MenuItem
                key={mapping.id}
                onClick={() => {
                  apply(mapping);
                  setAnchor(null);
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Delete') remove(mapping.id);
                }}
              >
                {mapping.name}
              </MenuItem>
            ))}
          </Menu>
        </>
      ) : null}
      <Button size="small" onClick={() => setNaming(true)}>
        {translate('sluice.wizard.save_mapping')}
      </Button>
      {naming ? (
        <NameDialog
          initial={inspection.savedMapping?.name ?? ''}
          onClose={() => setNaming(false)}
          onSave={(name) => void save(name).then((saved) => setNaming(!saved))}
        />
      ) : null}
    </Stack>
  );
}

interface NameDialogProps {
  readonly initial: string;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

function NameDialog({ initial, onSave, onClose }: NameDialogProps) {
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
