import DeleteIcon from '@mui/icons-material/DeleteOutlineRounded';
import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  Stack,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { SavedMapping } from '../../../../api/types.ts';
import type { SavedMappingsControl } from './useSavedMappings.ts';

/** The mappings of the importer that were saved in this project, to be used or deleted. */
export function SavedMappingsDialog({ control, onClose }: { control: SavedMappingsControl; onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>{translate('sluice.wizard.saved_mappings')}</DialogTitle>
      <DialogContent>
        <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0, gap: 1.5 }}>
          {control.list.map((mapping) => (
            <Line
              key={mapping.id}
              mapping={mapping}
              onUse={() => {
                control.apply(mapping);
                onClose();
              }}
              onDelete={() => control.remove(mapping.id)}
            />
          ))}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface LineProps {
  readonly mapping: SavedMapping;
  readonly onUse: () => void;
  readonly onDelete: () => void;
}

function Line({ mapping: { name, headers }, onUse, onDelete }: LineProps) {
  const translate = useTranslate();
  return (
    <Stack component="li" direction="row" sx={{ gap: 1, alignItems: 'center' }}>
      <Stack sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Typography>
        <Typography variant="body2" color="textSecondary" noWrap>
          {headers.join(', ')}
        </Typography>
      </Stack>
      <Button size="small" onClick={onUse} aria-label={translate('sluice.wizard.mapping_use_of', { name })}>
        {translate('sluice.wizard.mapping_use')}
      </Button>
      <IconButton size="small" onClick={onDelete} aria-label={translate('sluice.wizard.mapping_delete', { name })}>
        <DeleteIcon fontSize="small" />
      </IconButton>
    </Stack>
  );
}
