import { Box, Typography } from '@mui/material';
import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslate } from 'react-admin';
import type { FieldRuleInput } from '../../../../../../gql/generated/graphql.ts';
import { isRecord } from '../../../../../api/json.ts';
import type { MappedRow, SourceInspection } from '../../../../../api/types.ts';
import { useErrorText } from '../../../../../messages/useErrorText.ts';
import { useMessageText } from '../../../../../messages/useMessageText.ts';
import { useSluice } from '../../../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../../../ui/hooks/useSluiceQuery.ts';
import type { Wizard } from '../../useWizard.ts';
import { mappingInput } from '../mapping.ts';
import { withRule } from './rules.ts';

interface MappedPreviewProps {
  readonly wizard: Wizard;
  readonly inspection: SourceInspection;
  readonly rule: FieldRuleInput;
}

/** So many rows show whether a rule does what it should. */
const ROWS = 5;

/** What the first rows have in a field by its rule. */
export function MappedPreview({ wizard, inspection, rule }: MappedPreviewProps) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const { data, error } = useMapped(wizard, inspection, rule);
  return (
    <Box role="region" aria-label={translate('sluice.fieldRules.preview')} aria-live="polite">
      <Typography variant="subtitle2">{translate('sluice.fieldRules.preview')}</Typography>
      {error ? <Typography color="error">{errorText(error)}</Typography> : null}
      <Box component="ol" sx={{ m: 0, pl: 3 }}>
        {(error ? [] : (data ?? [])).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sample have no other name than their place.
          <li key={index}>
            <FieldResult row={row} field={rule.field} />
          </li>
        ))}
      </Box>
    </Box>
  );
}

function useMapped(wizard: Wizard, inspection: SourceInspection, rule: FieldRuleInput) {
  const { sluice } = useSluice();
  const { projectId, importer, choices, rules, format, store } = wizard;
  const { headers, sampleRows } = inspection;
  // Each letter would be a request; what is typed goes before it.
  const fieldRules = useDeferredValue(withRule(rules, rule));
  const mapping = mappingInput(headers, choices, importer.catchAll);
  const { options } = store.draft;
  const rows = sampleRows.slice(0, ROWS).filter(isRecord);
  const input = { projectId, importer: importer.name, columns: headers, rows, mapping, fieldRules, format, options };
  return useSluiceQuery({
    queryKey: ['sluice', 'mapped', input],
    queryFn: ({ signal }) => sluice.api.previewMapping(input, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** The value of the field, or what is wrong with it. */
function FieldResult({ row, field }: { row: MappedRow; field: string }) {
  const translate = useTranslate();
  const messageText = useMessageText();
  const wrong = row.errors.find((rowError) => rowError.field === field);
  if (wrong) {
    return (
      <Typography component="span" color="error" sx={{ overflowWrap: 'anywhere' }}>
        {wrong.value ? `${wrong.value}: ` : ''}
        {messageText(wrong)}
      </Typography>
    );
  }
  const value: unknown = isRecord(row.values) ? row.values[field] : undefined;
  if (value === undefined) {
    return (
      <Typography component="span" color="textSecondary">
        {translate('sluice.fieldRules.no_value')}
      </Typography>
    );
  }
  return (
    <Typography component="span" sx={{ overflowWrap: 'anywhere' }}>
      {typeof value === 'string' ? value : JSON.stringify(value)}
    </Typography>
  );
}
