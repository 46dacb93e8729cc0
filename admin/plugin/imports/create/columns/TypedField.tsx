import { TextField, type TextFieldProps } from '@mui/material';
import { useEffect, useState } from 'react';

type TypedFieldProps = Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> & {
  readonly value: string;
  /** Told when one leaves the field or presses Enter, and not at every letter. */
  readonly onSaid: (text: string) => void;
};

/** A text that counts once it is written. */
export function TypedField({ value, onSaid, ...props }: TypedFieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const say = () => {
    if (text.trim() !== value) onSaid(text.trim());
  };
  return (
    <TextField
      {...props}
      size="small"
      margin="none"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={say}
      onKeyDown={(event) => {
        if (event.key === 'Enter') say();
      }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
