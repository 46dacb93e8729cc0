import ExpandIcon from '@mui/icons-material/ExpandMoreRounded';
import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Box,
  FormControlLabel,
  FormHelperText,
  MenuItem,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { isRecord } from '../../../../api/json.ts';
import { CountryInput } from './CountryInput.tsx';
import { NumberInput } from './NumberInput.tsx';
import type { OptionField } from './schema.ts';

import { TextInput } from './TextInput.tsx';
import { useOptionTexts } from './useOptionTexts.ts';

interface OptionGroupProps {
  readonly fields: readonly OptionField[];
  readonly label: string;
  readonly text: string;
  readonly value: unknown;
  /** Undefined if the option is not set. */
  readonly onChange: (value: unknown) => void;
}

/** A group of related options, collapsed by default. */
export function OptionGroup({ fields, label, text, value, onChange }: OptionGroupProps) {
  const group = isRecord(value) ? value : {};
  return (
    <Accordion
      disableGutters
      variant="outlined"
      defaultExpanded={Object.keys(group).length > 0}
      slotProps={{ heading: { component: 'h3' } }}
      sx={{ gridColumn: '1 / -1', borderRadius: 1.5, '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <span>
          <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
            {label}
          </Typography>
          <Typography component="span" variant="body2" color="textSecondary">
            {text}
          </Typography>
        </span>
      </AccordionSummary>
      <AccordionDetails>
        <Box sx={{ display: 'grid', gap: 2, pt: 0.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          {fields.map((inner) => (
            <OptionInput
              key={inner.name}
              field={inner}
              value={group[inner.name]}
              onChange={(given) => onChange(without({ ...group, [inner.name]: given }))}
            />
          ))}
        </Box>
      </AccordionDetails>
    </Accordion>
  );
}

/** Undefined when nothing is left. */
function without(group: Record<string, unknown>): Record<string, unknown> | undefined {
  const entries = Object.entries(group).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

export interface OptionInputProps {
  readonly field: OptionField;
  /** As it is in the draft; absent: the importer's own default holds. */
  readonly value: unknown;
  /** Undefined takes it out of the options again. */
  readonly onChange: (value: unknown) => void;
}

/** An option as the field that fits it. */
export function OptionInput({ field, value, onChange }: OptionInputProps) {
  const words = useOptionTexts();
  const { label, text, choice: choiceTexts } = words(field);
  const common = { ...COMMON, label, helperText: text };
  switch (field.kind) {
    case 'text': {
      const Input = field.isCountry ? CountryInput : TextInput;
      return (
        <Input
          {...common}
          shown={typeof value === 'string' ? value : field.initial}
          onEnter={(given) => onChange(given === '' ? undefined : given)}
        />
      );
    }
    case 'number':
      return (
        <NumberInput
          {...common}
          shown={typeof value === 'number' ? value : field.initial}
          min={field.min}
          max={field.max}
          onEnter={(given) => onChange(given ?? undefined)}
        />
      );
    case 'choice':
      return (
        <TextField {...common} select value={value ?? field.initial} onChange={(event) => onChange(event.target.value)}>
          {field.choices.map((choice) => (
            <MenuItem key={choice} value={choice}>
              {choiceTexts(choice)}
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
        <TextInput
          {...common}
          multiline
          maxRows={8}
          shown={(Array.isArray(value) ? value : field.initial).join('\n')}
          onEnter={(given) => onChange(given === '' ? undefined : given.split('\n'))}
        />
      );
    case 'group':
      return <OptionGroup fields={field.fields} label={label} text={text} value={value} onChange={onChange} />;
    case 'json':
      return (
        <TextInput
          {...common}
          multiline
          shown={typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}
          onEnter={(given) => onChange(parsed(given))}
        />
      );
  }
}

const COMMON = { size: 'small', margin: 'none', fullWidth: true } as const;

/** JSON once it is complete; until then the text, which the server would refuse by name. */
function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
