import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { HOW_OFTEN, howOften, OFTEN } from './cron.ts';

/** When a schedule runs: as often as people often want it, or as crontab writes it. */
export function TimesFields({ cron, onChange }: { cron: string; onChange: (cron: string) => void }) {
  const translate = useTranslate();
  const [often, setOften] = useState(() => howOften(cron));
  const label = (name: string) => translate(`sluice.schedules.${name}`);
  return (
    <>
      <TextField
        {...FIELD}
        select
        label={label('often')}
        value={often}
        onChange={(event) => {
          const chosen = HOW_OFTEN.find((one) => one === event.target.value) ?? 'own';
          setOften(chosen);
          if (chosen !== 'own') onChange(OFTEN[chosen]);
        }}
      >
        {HOW_OFTEN.map((one) => (
          <MenuItem key={one} value={one}>
            {label(`often_${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {often === 'own' ? (
        <TextField
          {...FIELD}
          required
          label={label('cron')}
          helperText={label('cron_hint')}
          value={cron}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : null}
    </>
  );
}

const FIELD = { size: 'small', margin: 'none', fullWidth: true } as const;
