import { useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { createFormat } from '../ui/format/useFormat.ts';
import { createMessageText, type MessageText } from './createMessageText.ts';

/** Messages of the server in the person's language: reasons, row errors, warnings, issues. */
export function useMessageText(): MessageText {
  const locale = useLocale();
  const translate = useTranslate();
  return useMemo(() => createMessageText(locale, translate, createFormat(locale, translate)), [locale, translate]);
}
