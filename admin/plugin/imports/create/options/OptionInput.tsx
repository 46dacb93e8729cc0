import { FormControlLabel, FormHelperText, MenuItem, Switch, TextField } from '@mui/material';
import { CountryInput } from './CountryInput.tsx';
import { NumberInput } from './NumberInput.tsx';
import { OptionGroup } from './OptionGroup.tsx';
import type { OptionField } from './schema.ts';
import { TextInput } from './TextInput.tsx';
import { useOptionWords } from './useOptionWords.ts';

export interface OptionInputProps {
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
  const common = { ...COMMON, label, helperText: text };
  switch (field.kind) {
    case 'text': {
      const Input = field.isCountry ? CountryInput : TextInput;
      return (
        <Input
          {...common}
          shown={typeof value === 'string' ? value : field.initial}
          onSaid={(said) => onChange(said === '' ? undefined : said)}
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
          onSaid={(said) => onChange(said ?? undefined)}
        />
      );
    case 'choice':
      return (
        <TextField {...common} select value={value ?? field.initial} onChange={(event) => onChange(event.target.value)}>
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
        <TextInput
          {...common}
          multiline
          maxRows={8}
          shown={(Array.isArray(value) ? value : field.initial).join('\n')}
          onSaid={(said) => onChange(said === '' ? undefined : said.split('\n'))}
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
          onSaid={(said) => onChange(parsed(said))}
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
