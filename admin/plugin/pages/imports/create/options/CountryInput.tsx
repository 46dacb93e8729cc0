import { InputAdornment, TextField } from '@mui/material';
import { useLocale } from 'react-admin';
import { countryName } from '../../../../ui/format/countryName.ts';
import type { TextInputProps } from './TextInput.tsx';
import { useTyped } from './useTyped.ts';

/** A country by its two letters, with its name beside them. */
export function CountryInput({ shown, onEnter, ...props }: TextInputProps) {
  const locale = useLocale();
  const typed = useTyped(shown, (text) => onEnter(text.trim().toUpperCase()));
  const code = typed.value.trim().toUpperCase();
  const name = countryName(locale, code);
  return (
    <TextField
      {...props}
      {...typed}
      error={code !== '' && name === null}
      slotProps={{
        htmlInput: { maxLength: 2, autoCapitalize: 'characters', spellCheck: false },
        input: { endAdornment: name === null ? null : <InputAdornment position="end">{name}</InputAdornment> },
      }}
    />
  );
}
