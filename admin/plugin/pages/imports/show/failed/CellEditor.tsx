import { InputBase, Typography } from '@mui/material';
import { type KeyboardEvent, useId } from 'react';
import { useDeferredBlur } from './useDeferredBlur.ts';
import type { EditEnd } from './useGridKeys.ts';

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  /** What is wrong with it; '' when nothing is. */
  readonly words: string;
  readonly onType: (text: string) => void;
  readonly onEnd: (end: EditEnd, keep: boolean) => void;
}

/** Types into a cell in its place. Enter goes down, Tab on, Escape takes back what was typed. */
export function CellEditor({ label, text, words, onType, onEnd }: CellEditorProps) {
  const id = useId();
  const leave = useDeferredBlur(() => onEnd('leave', true));
  return (
    <>
      <InputBase
        autoFocus
        fullWidth
        // A line break must survive being edited; in an input it would not.
        multiline={text.includes('\n')}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onBlur={leave}
        onKeyDown={(event) => endByKey(event, onEnd)}
        inputProps={{
          'aria-label': label,
          'aria-invalid': words !== '',
          'aria-describedby': id,
          spellCheck: false,
          autoComplete: 'off',
        }}
        sx={{
          font: 'inherit',
          p: 0,
          minWidth: 120,
          '& .MuiInputBase-input': { p: 0, height: 'auto', lineHeight: 'inherit' },
        }}
      />
      <Typography id={id} variant="caption" color="error" sx={{ display: 'block', whiteSpace: 'normal' }}>
        {words}
      </Typography>
    </>
  );
}

function endByKey(event: KeyboardEvent, onEnd: CellEditorProps['onEnd']): void {
  // While an input method composes, Enter and Escape are its own.
  if (event.nativeEvent.isComposing) return;
  const end = endOf(event);
  if (!end) return;
  event.preventDefault();
  event.stopPropagation();
  onEnd(end, event.key !== 'Escape');
}

function endOf({ key, shiftKey }: KeyboardEvent): EditEnd | null {
  if (key === 'Enter') return shiftKey ? null : 'down';
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  return key === 'Escape' ? 'stay' : null;
}
