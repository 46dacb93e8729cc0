import { useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { createFormat } from '../ui/format/useFormat.ts';
import { createSaid, type Say } from './createSaid.ts';

/** What the server said, in the person's language. */
export function useSaid(): Say {
  const locale = useLocale();
  const translate = useTranslate();
  return useMemo(() => createSaid(locale, translate, createFormat(locale, translate)), [locale, translate]);
}
