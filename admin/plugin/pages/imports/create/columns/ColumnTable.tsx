import { Box, Button, Stack, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { SourceInspection } from '../../../../api/types.ts';
import { useFieldName } from '../../../../ui/words/useFieldName.ts';
import type { Wizard } from '../useWizard.ts';
import { ColumnLine } from './ColumnLine.tsx';
import { type ColumnChoice, fieldsOf, type Goal, goalOf, NOWHERE } from './mapping.ts';
import { SplitDialog } from './rules/SplitDialog.tsx';
import { ValuesDialog } from './ValuesDialog.tsx';

interface ColumnTableProps {
  readonly labelledBy: string;
  readonly wizard: Wizard;
  readonly inspection: SourceInspection;
}

type Column = SourceInspection['columns'][number];
type Shown = Goal | 'all';

/** More lines than this are slow to draw, and nobody reads them at once. */
const LINES = 100;

/** Each column with what it holds, where it goes, and how sure that is. */
export function ColumnTable({ labelledBy, wizard, inspection }: ColumnTableProps) {
  const translate = useTranslate();
  const { choices, store, importer, errors } = wizard;
  const [open, setOpen] = useState<Column | null>(null);
  const [splitting, setSplitting] = useState<Column | null>(null);
  const [shown, setShown] = useState<Shown>('all');
  const [lines, setLines] = useState(LINES);
  const choiceOf = ({ name }: Column): ColumnChoice => choices[name] ?? NOWHERE;
  const columns = inspection.columns.filter((one) => shown === 'all' || goalOf(choiceOf(one), importer) === shown);
  const confidence = new Map(inspection.suggestedMapping.map((one) => [one.column, one]));
  const most = Math.max(...inspection.columns.map(({ filled }) => filled));
  const choose = (column: string, choice: ColumnChoice) =>
    store.change({ columns: { ...store.draft.columns, [column]: choice } });
  return (
    <Stack sx={{ gap: 1.5, alignItems: 'flex-start' }}>
      <Goals wizard={wizard} inspection={inspection} shown={shown} onShow={setShown} />
      <Box
        component="ul"
        aria-labelledby={labelledBy}
        sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1, width: '100%' }}
      >
        {columns.slice(0, lines).map((column) => {
          const choice = choiceOf(column);
          const suggestion = confidence.get(column.name);
          const same = suggestion?.field === choice.field && choice.field !== importer.catchAll;
          return (
            <ColumnLine
              key={column.name}
              column={column}
              choice={choice}
              importer={importer}
              doubled={fieldsOf(choice).some((field) => errors.doubled.has(field))}
              confidence={same ? (suggestion?.confidence ?? null) : null}
              hasGaps={column.filled < most}
              onField={(field) => choose(column.name, { ...choice, field, split: null })}
              onSplit={() => setSplitting(column)}
              onValues={() => setOpen(column)}
            />
          );
        })}
      </Box>
      {columns.length > lines ? (
        <Button onClick={() => setLines(lines + LINES)}>
          {translate('sluice.wizard.more_columns', { smart_count: columns.length - lines })}
        </Button>
      ) : null}
      {splitting ? (
        <SplitDialog
          column={splitting}
          split={choiceOf(splitting).split ?? null}
          importer={importer}
          onClose={() => setSplitting(null)}
          onSave={(split) => {
            choose(splitting.name, { ...choiceOf(splitting), field: null, split });
            setSplitting(null);
          }}
        />
      ) : null}
      {open ? (
        <ValuesDialog
          column={open}
          values={choiceOf(open).values}
          onClose={() => setOpen(null)}
          onSave={(values) => {
            choose(open.name, { ...choiceOf(open), values });
            setOpen(null);
          }}
        />
      ) : null}
    </Stack>
  );
}

interface GoalsProps {
  readonly wizard: Wizard;
  readonly inspection: SourceInspection;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

/** How many columns go where; each number shows just those. */
function Goals({ wizard: { choices, importer }, inspection, shown, onShow }: GoalsProps) {
  const translate = useTranslate();
  const fieldName = useFieldName();
  const goals = inspection.columns.map(({ name }) => goalOf(choices[name] ?? NOWHERE, importer));
  const offered = [
    { name: 'all', count: goals.length },
    { name: 'field', count: goals.filter((goal) => goal === 'field').length },
    { name: 'kept', count: goals.filter((goal) => goal === 'kept').length },
    { name: 'ignored', count: goals.filter((goal) => goal === 'ignored').length },
  ] as const;
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={shown}
      onChange={(_event, next: Shown | null) => onShow(next ?? 'all')}
      aria-label={translate('sluice.wizard.goals.label')}
      sx={{ flexWrap: 'wrap' }}
    >
      {offered
        .filter(({ name, count }) => count > 0 || name === 'all' || name === 'field' || name === shown)
        .map(({ name, count }) => (
          <ToggleButton key={name} value={name} sx={{ textTransform: 'none', py: 0.25 }}>
            {translate(`sluice.wizard.goals.${name}`, {
              smart_count: count,
              name: fieldName(importer.name, importer.catchAll ?? ''),
            })}
          </ToggleButton>
        ))}
    </ToggleButtonGroup>
  );
}
