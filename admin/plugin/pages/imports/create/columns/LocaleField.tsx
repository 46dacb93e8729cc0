import { MenuItem, TextField } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { LOCALES } from './locales.ts';

/** How the source writes numbers and dates. */
export function LocaleField({ value, onChange }: { value: string; onChange: (locale: string) => void }) {
  const translate = useTranslate();
  const language = useLocale();
  const names = new Intl.DisplayNames([language], { type: 'language' });
  // A saved mapping may have any locale.
  const offered: readonly string[] = LOCALES.some((locale) => locale === value) ? LOCALES : [value, ...LOCALES];
  const nameOf = (locale: string) =>
    locale === '' ? translate('sluice.fieldRules.no_locale') : `${names.of(locale) ?? locale} · ${sampleOf(locale)}`;
  return (
    <TextField
      select
      size="small"
      margin="none"
      label={translate('sluice.fieldRules.locale')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      {offered.map((locale) => (
        <MenuItem key={locale} value={locale}>
          {nameOf(locale)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function sampleOf(locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: 'always' }).format(1234.5);
}
