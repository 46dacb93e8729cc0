import { Box, FormControlLabel, FormHelperText, MenuItem, Switch, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import { isRecord } from '../../../api/json.ts';
import type { OptionField } from './schema.ts';
import { useOptionWords } from './useOptionWords.ts';

interface OptionInputProps {
  readonly field: OptionField;
  /** As it is in the draft; absent: the importer's own default holds. */
  readonly value: unknown;
  /** Undefined takes it out of the options again. */
  readonly onChange: (value: unknown) => void;
}

/** An option as the field that fits it. */
export function OptionInput({ field, value, onChange }: OptionInputProps) {
  const words = useOptionWords();
  const { label, text, choice: choiceWords } = words(field);
  const said = (text: string) => (text === '' ? undefined : text);
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...COMMON}
          label={label}
          helperText={text}
          value={value ?? field.initial}
          onChange={(event) => onChange(said(event.target.value))}
        />
      );
    case 'number':
      return (
        <TextField
          {...COMMON}
          type="number"
          label={label}
          helperText={text}
          value={value ?? field.initial ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
          slotProps={{ htmlInput: { min: field.min ?? undefined, max: field.max ?? undefined, step: 'any' } }}
        />
      );
    case 'choice':
      return (
        <TextField
          {...COMMON}
          select
          label={label}
          helperText={text}
          value={value ?? field.initial}
          onChange={(event) => onChange(event.target.value)}
        >
          {field.choices.map((choice) => (
            <MenuItem key={choice} value={choice}>
              {choiceWords(choice)}
            </MenuItem>
          ))}
        </TextField>
      );
    case 'switch':
      return (
        <div>
          <FormControlLabel
            label={label}
            control={
              <Switch
                checked={typeof value === 'boolean' ? value : field.initial}
                onChange={(event) => onChange(event.target.checked)}
              />
            }
          />
          <FormHelperText>{text}</FormHelperText>
        </div>
      );
    case 'list':
      return (
        <TextField
          {...COMMON}
          multiline
          maxRows={8}
          label={label}
          helperText={text}
          value={(Array.isArray(value) ? value : field.initial).join('\n')}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value.split('\n'))}
        />
      );
    case 'group':
      return <Group field={field} label={label} text={text} value={value} onChange={onChange} />;
    case 'json':
      return (
        <TextField
          {...COMMON}
          multiline
          label={label}
          helperText={text}
          value={typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}
          onChange={(event) => onChange(parsed(event.target.value))}
        />
      );
  }
}

const COMMON = { size: 'small', margin: 'none', fullWidth: true } as const;

interface GroupProps extends OptionInputProps {
  readonly field: Extract<OptionField, { kind: 'group' }>;
  readonly label: string;
  readonly text: string;
}

function Group({ field, label, text, value, onChange }: GroupProps) {
  const id = useId();
  const group = isRecord(value) ? value : {};
  return (
    <Box role="group" aria-labelledby={id} sx={{ gridColumn: '1 / -1' }}>
      <Typography id={id} sx={{ fontWeight: 600 }}>
        {label}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {text}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {field.fields.map((inner) => (
          <OptionInput
            key={inner.name}
            field={inner}
            value={group[inner.name]}
            onChange={(said) => onChange(without({ ...group, [inner.name]: said }))}
          />
        ))}
      </Box>
    </Box>
  );
}

/** Undefined when nothing is left. */
function without(group: Record<string, unknown>): Record<string, unknown> | undefined {
  const entries = Object.entries(group).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** JSON once it is complete; until then the text, which the server would refuse by name. */
function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
