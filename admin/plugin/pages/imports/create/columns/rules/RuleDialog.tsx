import {
  Autocomplete,
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
import type { FieldRuleInput } from '../../../../../../gql/generated/graphql.ts';
import type { SourceInspection } from '../../../../../api/types.ts';
import type { Wizard } from '../../useWizard.ts';
import { MappedPreview } from './MappedPreview.tsx';
import { StepList } from './StepList.tsx';

interface RuleDialogProps {
  readonly wizard: Wizard;
  readonly inspection: SourceInspection;
  readonly rule: FieldRuleInput;
  readonly label: string;
  readonly onSave: (rule: FieldRuleInput) => void;
  readonly onClose: () => void;
}

type Source = 'column' | 'constant' | 'join';

/** Where a field's value comes from and what is done to it, with what the first rows then have. */
export function RuleDialog({ wizard, inspection, rule: before, label, onSave, onClose }: RuleDialogProps) {
  const translate = useTranslate();
  const title = useId();
  const [rule, setRule] = useState(before);
  const change = (next: Partial<FieldRuleInput>) => setRule({ ...rule, ...next });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>{translate('sluice.fieldRules.title', { field: label })}</DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2, pt: 1 }}>
          <SourceFields rule={rule} columns={inspection.headers} onChange={change} />
          {rule.constant == null ? (
            <>
              <Typography variant="subtitle2">{translate('sluice.fieldRules.changes')}</Typography>
              <StepList steps={rule.steps ?? []} onChange={(steps) => change({ steps })} />
              <TextField
                size="small"
                margin="none"
                label={translate('sluice.fieldRules.default')}
                helperText={translate('sluice.fieldRules.default_hint')}
                value={rule.default ?? ''}
                onChange={(event) => change({ default: event.target.value })}
              />
            </>
          ) : null}
          <MappedPreview wizard={wizard} inspection={inspection} rule={cleaned(rule)} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>
          {translate('ra.action.cancel')}
        </Button>
        <Button variant="contained" onClick={() => onSave(cleaned(rule))}>
          {translate('sluice.fieldRules.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface SourceFieldsProps {
  readonly rule: FieldRuleInput;
  readonly columns: readonly string[];
  readonly onChange: (rule: Partial<FieldRuleInput>) => void;
}

function SourceFields({ rule, columns, onChange }: SourceFieldsProps) {
  const translate = useTranslate();
  const source: Source = rule.constant != null ? 'constant' : rule.join ? 'join' : 'column';
  const choose = (next: Source) =>
    onChange({
      constant: next === 'constant' ? '' : null,
      join: next === 'join' ? { columns: [], separator: ' ' } : null,
    });
  return (
    <>
      <TextField
        select
        size="small"
        margin="none"
        label={translate('sluice.fieldRules.source')}
        value={source}
        onChange={(event) => choose(event.target.value as Source)}
      >
        {(['column', 'constant', 'join'] as const).map((name) => (
          <MenuItem key={name} value={name}>
            {translate(`sluice.fieldRules.sources.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      {rule.constant != null ? (
        <TextField
          size="small"
          margin="none"
          label={translate('sluice.fieldRules.constant')}
          value={rule.constant}
          onChange={(event) => onChange({ constant: event.target.value })}
        />
      ) : null}
      {rule.join ? <JoinFields join={rule.join} columns={columns} onChange={(join) => onChange({ join })} /> : null}
    </>
  );
}

type Join = NonNullable<FieldRuleInput['join']>;

interface JoinFieldsProps {
  readonly join: Join;
  readonly columns: readonly string[];
  readonly onChange: (join: Join) => void;
}

function JoinFields({ join, columns, onChange }: JoinFieldsProps) {
  const translate = useTranslate();
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'flex-start' }}>
      <Autocomplete
        multiple
        size="small"
        sx={{ flex: '1 1 0', minWidth: 0 }}
        options={[...columns]}
        value={[...join.columns]}
        onChange={(_event, chosen) => onChange({ ...join, columns: chosen })}
        renderInput={(params) => (
          <TextField
            {...params}
            margin="none"
            label={translate('sluice.fieldRules.join_columns')}
            error={join.columns.length < 2}
            helperText={translate('sluice.fieldRules.join_hint')}
          />
        )}
      />
      <TextField
        size="small"
        margin="none"
        sx={{ width: 120 }}
        label={translate('sluice.fieldRules.separator')}
        value={join.separator}
        onChange={(event) => onChange({ ...join, separator: event.target.value })}
      />
    </Stack>
  );
}

/** Without what was left empty. */
function cleaned({ field, constant, join, steps, default: fallback }: FieldRuleInput): FieldRuleInput {
  if (constant != null && constant.trim() !== '') return { field, constant };
  const filled = (steps ?? []).filter(({ replace }) => replace?.find !== '');
  return {
    field,
    ...(join && join.columns.length > 1 ? { join } : {}),
    ...(filled.length > 0 ? { steps: filled } : {}),
    ...(fallback != null && fallback.trim() !== '' ? { default: fallback } : {}),
  };
}
