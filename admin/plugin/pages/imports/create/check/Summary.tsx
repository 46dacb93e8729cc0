import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { goalOf } from '../columns/mapping.ts';
import { policyOf, type StepName } from '../draft.ts';
import type { Wizard } from '../useWizard.ts';

interface Fact {
  readonly name: 'importer' | 'source' | 'columns' | 'duplicates';
  readonly text: string;
  readonly step: StepName;
}

/** What was said in the steps before, each with the way back to it. */
export function Summary({ wizard }: { wizard: Wizard }) {
  const translate = useTranslate();
  const facts = useFacts(wizard);
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 0.5, width: '100%' }}>
      {facts.map(({ name, text, step }) => (
        <Box key={name} sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
          <Typography component="dt" variant="body2" color="textSecondary" sx={{ width: { xs: 96, sm: 160 } }}>
            {translate(`sluice.wizard.summary.${name}`)}
          </Typography>
          <Typography component="dd" sx={{ m: 0, flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' }}>
            {text}
            <Button
              size="small"
              variant="text"
              sx={{ ml: 0.5, py: 0 }}
              onClick={() => wizard.goTo(step)}
              aria-label={translate('sluice.wizard.summary.change_of', {
                name: translate(`sluice.wizard.summary.${name}`),
              })}
            >
              {translate('sluice.wizard.summary.change')}
            </Button>
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function useFacts({ importer, store: { draft }, inspection, choices, sheets }: Wizard): Fact[] {
  const translate = useTranslate();
  const format = useFormat();
  const ready = inspection.kind === 'ready' ? inspection.inspection : null;
  const rows = ready?.estimatedRows ?? null;
  const goals = Object.values(choices).map((choice) => goalOf(choice, importer));
  const source = [
    draft.source.kind === 'url' ? draft.source.url : ready?.sourceName,
    sheets.length > 1 ? sheets.join(', ') : null,
    rows === null ? null : translate('sluice.wizard.about_rows', { rows: format.count(rows), smart_count: rows }),
  ];
  return [
    { name: 'importer', step: 'source', text: importer.label },
    { name: 'source', step: 'source', text: source.filter(Boolean).join(' · ') },
    {
      name: 'columns',
      step: 'columns',
      text: translate('sluice.wizard.summary.columns_text', {
        mapped: goals.filter((goal) => goal === 'field').length,
        smart_count: goals.length,
      }),
    },
    { name: 'duplicates', step: 'options', text: translate(`sluice.duplicates.${policyOf(draft, importer)}.name`) },
  ];
}
