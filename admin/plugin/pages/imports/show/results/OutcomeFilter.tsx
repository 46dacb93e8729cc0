import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RowOutcome } from '../../../../../gql/generated/graphql.ts';

interface OutcomeFilterProps {
  readonly label: string;
  readonly all: string;
  readonly outcomes: readonly RowOutcome[];
  readonly chosen: RowOutcome | null;
  readonly onChoose: (outcome: RowOutcome | null) => void;
}

/** Rows or changes of one outcome, or of all. */
export function OutcomeFilter({ label, all, outcomes, chosen, onChoose }: OutcomeFilterProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ overflowX: 'auto', mb: 1.5 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={chosen ?? 'ALL'}
        aria-label={label}
        onChange={(_event, value: unknown) => {
          if (value !== null) onChoose(outcomes.find((name) => name === value) ?? null);
        }}
      >
        <ToggleButton value="ALL" sx={BUTTON}>
          {all}
        </ToggleButton>
        {outcomes.map((name) => (
          <ToggleButton key={name} value={name} sx={BUTTON}>
            {translate(`sluice.outcome.${name.toLowerCase()}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}

const BUTTON = { textTransform: 'none', px: 1.5, whiteSpace: 'nowrap', color: 'text.primary' } as const;
