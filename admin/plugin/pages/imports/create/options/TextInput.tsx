import { TextField, type TextFieldProps } from '@mui/material';
import { useTyped } from './useTyped.ts';

export type TextInputProps = Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur'> & {
  readonly shown: string;
  readonly onEnter: (text: string) => void;
};

/** A text that may be taken away whole. */
export function TextInput({ shown, onEnter, ...props }: TextInputProps) {
  return <TextField {...props} {...useTyped(shown, onEnter)} />;
}
