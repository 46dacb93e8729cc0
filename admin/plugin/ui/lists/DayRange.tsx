import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { dayOf, shiftDay, startOf } from '../format/days.ts';

interface DayRangeProps {
  /** The first moment that is meant; null of none. */
  readonly from: string | null | undefined;
  /** The first moment that is meant no longer. */
  readonly before: string | null | undefined;
  readonly onChange: (changed: { from: string | null } | { before: string | null }) => void;
}

const FIELD = { size: 'small', margin: 'none', fullWidth: false, type: 'date' } as const;
const WIDTH = { width: { xs: 'calc(50% - 6px)', sm: 150 } };

/** From and to, both included, as a person means them. */
export function DayRange({ from, before, onChange }: DayRangeProps) {
  const translate = useTranslate();
  const shrink = { inputLabel: { shrink: true } };
  return (
    <>
      <TextField
        {...FIELD}
        label={translate('sluice.list.from')}
        value={dayOf(from)}
        onChange={({ target }) => onChange({ from: startOf(target.value) })}
        slotProps={shrink}
        sx={WIDTH}
      />
      <TextField
        {...FIELD}
        label={translate('sluice.list.to')}
        value={before ? shiftDay(dayOf(before), -1) : ''}
        onChange={({ target }) => onChange({ before: startOf(shiftDay(target.value, 1)) })}
        slotProps={shrink}
        sx={WIDTH}
      />
    </>
  );
}
