import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { SourceInspection } from '../../../../api/types.ts';
import type { ValueChoice } from './mapping.ts';

interface ValuesDialogProps {
  readonly column: SourceInspection['columns'][number];
  readonly values: readonly ValueChoice[];
  readonly onSave: (values: ValueChoice[]) => void;
  readonly onClose: () => void;
}

/** What is imported in place of a column's values. The row itself stays as it came. */
export function ValuesDialog({ column, values, onSave, onClose }: ValuesDialogProps) {
  const translate = useTranslate();
  const title = useId();
  const [map, setMap] = useState<ReadonlyMap<string, string>>(
    () => new Map(values.map(({ from, to }) => [from, to ?? ''])),
  );
  const [more, setMore] = useState('');
  const known = column.values.length > 0 ? column.values.map(({ value }) => value) : column.samples;
  const listed = [...new Set([...known, ...map.keys()])];
  const set = (from: string, to: string | null) => {
    const next = new Map(map);
    if (to === null) next.delete(from);
    else next.set(from, to);
    setMap(next);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>{translate('sluice.wizard.values_title', { column: column.name })}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{translate('sluice.wizard.values_hint')}</DialogContentText>
        <Stack sx={{ gap: 1 }}>
          {listed.map((value) => (
            <ValueLine key={value} value={value} to={map.get(value) ?? null} onChange={(to) => set(value, to)} />
          ))}
          <Stack direction="row" sx={{ gap: 1, mt: 1 }}>
            <TextField
              size="small"
              margin="none"
              fullWidth
              label={translate('sluice.wizard.another_value')}
              value={more}
              onChange={(event) => setMore(event.target.value)}
            />
            <Button
              disabled={more === '' || listed.includes(more)}
              onClick={() => {
                set(more, '');
                setMore('');
              }}
            >
              {translate('sluice.wizard.add_value')}
            </Button>
          </Stack>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          onClick={() => onSave([...map].map(([from, to]) => ({ from, to: to === '' ? null : to })))}
        >
          {translate('sluice.wizard.values_save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface ValueLineProps {
  readonly value: string;
  /** Null: it stays as it is; empty: nothing is imported. */
  readonly to: string | null;
  readonly onChange: (to: string | null) => void;
}

function ValueLine({ value, to, onChange }: ValueLineProps) {
  const translate = useTranslate();
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
      <Typography
        noWrap
        title={value}
        sx={{ flex: { xs: '1 1 100%', sm: '1 1 0' }, minWidth: 0, fontFamily: 'monospace', fontSize: 14 }}
      >
        {value}
      </Typography>
      <TextField
        size="small"
        margin="none"
        sx={{ flex: '1 1 0' }}
        value={to ?? ''}
        placeholder={translate(to === null ? 'sluice.wizard.value_stays' : 'sluice.wizard.value_nothing')}
        onChange={(event) => onChange(event.target.value)}
        slotProps={{ htmlInput: { 'aria-label': translate('sluice.wizard.value_becomes', { value }) } }}
      />
      <Button
        size="small"
        variant="text"
        disabled={to === null}
        onClick={() => onChange(null)}
        aria-label={translate('sluice.wizard.value_reset_of', { value })}
      >
        {translate('sluice.wizard.value_reset')}
      </Button>
    </Stack>
  );
}
