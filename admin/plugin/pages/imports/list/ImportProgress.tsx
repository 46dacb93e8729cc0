import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportSummary } from '../../../api/types.ts';
import { isFinal } from '../../../live/progress.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { OutcomeBar } from '../../../ui/OutcomeBar.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { useSourceName } from '../../../ui/words/useSourceName.ts';

/** How far a running import is; what became of the rows of one that is over. */
export function ImportProgress({ item }: { item: ImportSummary }) {
  const sourceName = useSourceName();
  const translate = useTranslate();
  const format = useFormat();
  if (isFinal(item.status) && item.counts?.total != null) return <OutcomeBar counts={item.counts} height={8} />;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
      <ProgressBar
        percent={item.percent}
        status={item.status}
        label={translate('sluice.list.percent_of', { name: sourceName(item.sourceName) })}
        height={8}
      />
      <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums', minWidth: 44, textAlign: 'right' }}>
        {format.percent(item.percent)}
      </Typography>
    </Box>
  );
}
