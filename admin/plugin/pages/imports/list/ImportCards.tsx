import { Box, Link, Paper, Stack, Typography } from '@mui/material';
import { useCreatePath, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportSummary } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { FROM_TOP } from '../../../ui/browser/fromTop.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { useSourceName } from '../../../ui/words/useSourceName.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { SourceLine } from './SourceLine.tsx';

/** The history in the hand: a card an import. */
export function ImportCards({ imports }: { imports: readonly ImportSummary[] }) {
  const translate = useTranslate();
  return (
    <Stack component="ul" aria-label={translate('sluice.list.title')} sx={{ gap: 1.5, listStyle: 'none', p: 0, m: 0 }}>
      {imports.map((item) => (
        <ImportCard key={item.id} item={item} />
      ))}
    </Stack>
  );
}

function ImportCard({ item }: { item: ImportSummary }) {
  const sourceName = useSourceName();
  const translate = useTranslate();
  const format = useFormat();
  const createPath = useCreatePath();
  const { importsResource } = useSluice();
  const failed = item.counts?.failed ?? 0;
  return (
    <Paper component="li" elevation={0} sx={{ p: 2, borderRadius: 2 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, alignItems: 'flex-start' }}>
        <div style={{ minWidth: 0 }}>
          <Link
            component={RouterLink}
            to={createPath({ resource: importsResource, type: 'show', id: item.id })}
            state={FROM_TOP}
            underline="hover"
            sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
          >
            {sourceName(item.sourceName)}
          </Link>
        </div>
        <StatusChip status={item.status} />
      </Stack>
      <Box sx={{ mb: 1.5 }}>
        <SourceLine item={item} more={item.createdBy} />
      </Box>
      <ImportProgress item={item} />
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, mt: 1.5 }}>
        <Typography variant="body2">
          {translate('sluice.list.rows')}: {format.count(item.counts?.total)}
          {failed > 0 ? ` · ${translate('sluice.list.failed')}: ${format.count(failed)}` : ''}
        </Typography>
        <Typography variant="body2" color="textSecondary" component="time" dateTime={item.createdAt}>
          {format.ago(item.createdAt)}
        </Typography>
      </Stack>
    </Paper>
  );
}
