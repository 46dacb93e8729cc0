import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ColumnSplitInput } from '../../../../../../gql/generated/graphql.ts';
import type { ImporterInfo, SourceInspection } from '../../../../../api/types.ts';

interface SplitDialogProps {
  readonly column: SourceInspection['columns'][number];
  readonly split: ColumnSplitInput | null;
  readonly importer: ImporterInfo;
  /** Null: the column is no longer split. */
  readonly onSave: (split: ColumnSplitInput | null) => void;
  readonly onClose: () => void;
}

const PLACES = ['SEPARATOR', 'WHITE_SPACE', 'LAST_SPACE', 'LINE_BREAK'] as const;
const NEW: ColumnSplitInput = { separator: ',', fields: [null, null] };
const NOTHING = '';
const MOST_PARTS = 20;

/** Where a column is divided, and which fields its parts go to. */
export function SplitDialog({ column, split: before, importer, onSave, onClose }: SplitDialogProps) {
  const translate = useTranslate();
  const title = useId();
  const [split, setSplit] = useState<ColumnSplitInput>(before ?? NEW);
  const place = split.at ?? 'SEPARATOR';
  const { fields } = split;
  const choosePlace = (next: (typeof PLACES)[number]) =>
    setSplit(next === 'SEPARATOR' ? { separator: ',', fields } : { at: next, fields });
  const isWhole = fields.some((field) => field != null) && (split.at != null || (split.separator ?? '') !== '');
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>{translate('sluice.fieldRules.split_title', { column: column.name })}</DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2, pt: 1 }}>
          <Typography variant="body2" color="textSecondary" noWrap>
            {column.samples.join(' · ')}
          </Typography>
          <Stack direction="row" sx={{ gap: 1 }}>
            <TextField
              select
              size="small"
              margin="none"
              sx={{ flex: '1 1 0' }}
              label={translate('sluice.fieldRules.split_at')}
              value={place}
              onChange={(event) => choosePlace(event.target.value as (typeof PLACES)[number])}
            >
              {PLACES.map((name) => (
                <MenuItem key={name} value={name}>
                  {translate(`sluice.fieldRules.places.${name}`)}
                </MenuItem>
              ))}
            </TextField>
            {place === 'SEPARATOR' ? (
              <TextField
                size="small"
                margin="none"
                sx={{ width: 120 }}
                label={translate('sluice.fieldRules.separator')}
                value={split.separator ?? ''}
                error={split.separator === ''}
                onChange={(event) => setSplit({ separator: event.target.value, fields })}
              />
            ) : null}
          </Stack>
          {fields.map((field, part) => (
            <TextField
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place.
              key={part}
              select
              size="small"
              margin="none"
              label={translate('sluice.fieldRules.part', { number: part + 1 })}
              value={field ?? NOTHING}
              onChange={(event) =>
                setSplit({
                  ...split,
                  fields: fields.map((one, at) => (at === part ? event.target.value || null : one)),
                })
              }
            >
              <MenuItem value={NOTHING}>
                <em>{translate('sluice.wizard.ignore')}</em>
              </MenuItem>
              {importer.fields.map(({ name, label }) => (
                <MenuItem key={name} value={name}>
                  {label}
                </MenuItem>
              ))}
            </TextField>
          ))}
          <Typography variant="body2" color="textSecondary">
            {translate('sluice.fieldRules.split_hint')}
          </Typography>
          <Button
            size="small"
            sx={{ alignSelf: 'flex-start' }}
            disabled={fields.length >= MOST_PARTS}
            onClick={() => setSplit({ ...split, fields: [...fields, null] })}
          >
            {translate('sluice.fieldRules.add_part')}
          </Button>
        </Stack>
      </DialogContent>
      <DialogActions>
        {before ? (
          <Button variant="text" onClick={() => onSave(null)}>
            {translate('sluice.fieldRules.unsplit')}
          </Button>
        ) : null}
        <Button variant="text" onClick={onClose}>
          {translate('ra.action.cancel')}
        </Button>
        <Button variant="contained" disabled={!isWhole} onClick={() => onSave(split)}>
          {translate('sluice.fieldRules.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
