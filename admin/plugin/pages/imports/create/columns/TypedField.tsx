import { TextField, type TextFieldProps } from '@mui/material';
import { useEffect, useRef, useState } from 'react';

type TypedFieldProps = Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'slotProps'> & {
  readonly value: string;
  /** Of a number. */
  readonly min?: number;
  /** Told when one leaves the field or presses Enter, of a number also when one stops, and not at every letter. */
  readonly onEnter: (text: string) => void;
};

const PAUSE_MS = 600;

/** A text that counts once it is written. */
export function TypedField({ value, min, onEnter, ...props }: TypedFieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const set = () => {
    if (text.trim() !== value) onEnter(text.trim());
  };
  const latest = useRef(set);
  latest.current = set;
  const isNumber = props.type === 'number';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each digit begins the pause anew.
  useEffect(() => {
    // Half a text is another text, half a number is only one that is corrected a moment later.
    if (!isNumber) return;
    const pause = setTimeout(() => latest.current(), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text, isNumber]);
  return (
    <TextField
      {...props}
      size="small"
      margin="none"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={set}
      onKeyDown={(event) => {
        if (event.key === 'Enter') set();
      }}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { min } }}
    />
  );
}
