import { TextField, type TextFieldProps } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useTyped } from './useTyped.ts';

type NumberInputProps = Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'type' | 'slotProps'> & {
  readonly shown: number | null;
  /** Both included; null: no bound. */
  readonly min: number | null;
  readonly max: number | null;
  /** Null: nothing is written. */
  readonly onEnter: (value: number | null) => void;
};

/** A number, with what is wrong about it said where it is typed. */
export function NumberInput({ shown, min, max, onEnter, helperText, ...props }: NumberInputProps) {
  const translate = useTranslate();
  const typed = useTyped(shown === null ? '' : String(shown), (text) => onEnter(text === '' ? null : Number(text)));
  const number = Number(typed.value);
  const wrong = typed.value !== '' && ((min !== null && number < min) || (max !== null && number > max));
  return (
    <TextField
      {...props}
      {...typed}
      type="number"
      error={wrong}
      helperText={wrong ? translate('sluice.wizard.out_of_range', { min: min ?? '…', max: max ?? '…' }) : helperText}
      slotProps={{ htmlInput: { min: min ?? undefined, max: max ?? undefined, step: 'any' } }}
    />
  );
}
