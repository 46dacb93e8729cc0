import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { ImporterSentences } from '../api/types.ts';
import { useSluiceIfAny } from '../SluiceContext.tsx';
import { createFormat } from '../ui/format/useFormat.ts';
import { createMessageText, type MessageText } from './createMessageText.ts';

/** Messages of the server in the person's language: reasons, row errors, warnings, issues. */
export function useMessageText(): MessageText {
  const locale = useLocale();
  const translate = useTranslate();
  const importers = useImporterSentences(locale);
  return useMemo(
    () => createMessageText(locale, translate, createFormat(locale, translate), importers),
    [locale, translate, importers],
  );
}

/** In English there are none: a message comes with its English text. Until they are loaded, that text is shown. */
function useImporterSentences(locale: string): readonly ImporterSentences[] | undefined {
  const api = useSluiceIfAny()?.sluice.api;
  const { data } = useQuery({
    queryKey: ['sluice', 'importer-sentences', locale],
    queryFn: () => api?.importerSentences(locale) ?? [],
    enabled: api !== undefined && !/^en\b/i.test(locale),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data;
}
