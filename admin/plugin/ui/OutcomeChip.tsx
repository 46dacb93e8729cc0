import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RowOutcome } from '../../gql/generated/graphql.ts';
import { OUTCOME_COLOURS, OUTCOMES } from './format/outcomes.ts';

/** What became of a row or a record: its word, with the colour that it has everywhere. */
export function OutcomeChip({ outcome }: { outcome: RowOutcome }) {
  const translate = useTranslate();
  const name = OUTCOMES.find((known) => known === outcome.toLowerCase()) ?? 'pending';
  return (
    <Typography
      component="span"
      variant="body2"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, fontWeight: 600 }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{ width: 8, height: 8, borderRadius: '2px', bgcolor: OUTCOME_COLOURS[name] }}
      />
      {translate(`sluice.outcome.${name}`)}
    </Typography>
  );
}
