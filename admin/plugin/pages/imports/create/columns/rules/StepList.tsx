import DeleteIcon from '@mui/icons-material/DeleteOutlineRounded';
import { IconButton, MenuItem, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { TextStepInput } from '../../../../../../gql/generated/graphql.ts';

interface StepListProps {
  readonly steps: readonly TextStepInput[];
  readonly onChange: (steps: TextStepInput[]) => void;
}

/** What can be chosen as a step; a replacement is filled in behind it. */
const KINDS: Readonly<Record<string, TextStepInput>> = {
  trim_ENDS: { trim: 'ENDS' },
  trim_SPACES: { trim: 'SPACES' },
  case_UPPER: { case: 'UPPER' },
  case_LOWER: { case: 'LOWER' },
  case_TITLE: { case: 'TITLE' },
  replace: { replace: { find: '', with: '' } },
  remove_CURRENCY: { remove: 'CURRENCY' },
  remove_PERCENT: { remove: 'PERCENT' },
};

/** Changes of a field's text, one after the other. */
export function StepList({ steps, onChange }: StepListProps) {
  const translate = useTranslate();
  const set = (index: number, step: TextStepInput) =>
    onChange(steps.map((one, place) => (place === index ? step : one)));
  const add = (kind: string) => {
    const step = KINDS[kind];
    if (step) onChange([...steps, step]);
  };
  return (
    <Stack sx={{ gap: 1 }}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place.
        <Stack key={index} direction="row" sx={{ gap: 1, alignItems: 'center' }}>
          <Kinds
            label={translate('sluice.fieldRules.step', { number: index + 1 })}
            value={kindOf(step)}
            onChange={(kind) => set(index, KINDS[kind] ?? step)}
          />
          {step.replace ? <Replacement step={step.replace} onChange={(replace) => set(index, { replace })} /> : null}
          <IconButton
            size="small"
            aria-label={translate('sluice.fieldRules.remove_step', { number: index + 1 })}
            onClick={() => onChange(steps.filter((_, place) => place !== index))}
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        </Stack>
      ))}
      <Kinds label={translate('sluice.fieldRules.add_step')} value="" onChange={add} />
    </Stack>
  );
}

function kindOf({ trim, case: letters, remove }: TextStepInput): string {
  if (trim) return `trim_${trim}`;
  if (letters) return `case_${letters}`;
  return remove ? `remove_${remove}` : 'replace';
}

interface KindsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (kind: string) => void;
}

function Kinds({ label, value, onChange }: KindsProps) {
  const translate = useTranslate();
  return (
    <TextField
      select
      size="small"
      margin="none"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      sx={{ flex: '1 1 0', minWidth: 0 }}
    >
      {Object.keys(KINDS).map((kind) => (
        <MenuItem key={kind} value={kind}>
          {translate(`sluice.fieldRules.steps.${kind}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

type Replace = NonNullable<TextStepInput['replace']>;

function Replacement({ step, onChange }: { step: Replace; onChange: (step: Replace) => void }) {
  const translate = useTranslate();
  return (
    <>
      <TextField
        size="small"
        margin="none"
        label={translate('sluice.fieldRules.find')}
        value={step.find}
        error={step.find === ''}
        onChange={(event) => onChange({ ...step, find: event.target.value })}
        sx={{ flex: '1 1 0', minWidth: 0 }}
      />
      <TextField
        size="small"
        margin="none"
        label={translate('sluice.fieldRules.with')}
        value={step.with}
        onChange={(event) => onChange({ ...step, with: event.target.value })}
        sx={{ flex: '1 1 0', minWidth: 0 }}
      />
    </>
  );
}
