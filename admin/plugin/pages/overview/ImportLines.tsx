import { Box, Link, Stack, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportSummary } from '../../api/types.ts';
import { useMessageText } from '../../messages/useMessageText.ts';
import { FROM_TOP } from '../../ui/browser/fromTop.ts';
import { useFormat } from '../../ui/format/useFormat.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useSourceName } from '../../ui/words/useSourceName.ts';
import { usePath } from '../../usePath.ts';
import { ImportProgress } from '../imports/list/ImportProgress.tsx';
import { SourceLine } from '../imports/list/SourceLine.tsx';

/** A few imports, each with how far it is or what became of it, and why it failed. */
export function ImportLines({ imports, none }: { imports: readonly ImportSummary[]; none: string }) {
  if (imports.length === 0) return <Typography color="textSecondary">{none}</Typography>;
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 2 }}>
      {imports.map((item) => (
        <ImportLine key={item.id} item={item} />
      ))}
    </Stack>
  );
}

function ImportLine({ item }: { item: ImportSummary }) {
  const format = useFormat();
  const path = usePath();
  const messageText = useMessageText();
  const sourceName = useSourceName();
  return (
    <Box component="li">
      <Stack direction="row" sx={{ gap: 1, justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <div style={{ minWidth: 0 }}>
          <Link
            component={RouterLink}
            to={path('imports', item.id)}
            state={FROM_TOP}
            underline="hover"
            sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
          >
            {sourceName(item.sourceName)}
          </Link>
        </div>
        <StatusChip status={item.status} />
      </Stack>
      <Box sx={{ mb: 1 }}>
        <SourceLine item={item} more={format.ago(item.createdAt)} />
      </Box>
      <ImportProgress item={item} />
      {item.status === 'FAILED' && item.statusReason ? (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.75, overflowWrap: 'anywhere' }}>
          {messageText(item.statusReason)}
        </Typography>
      ) : null}
    </Box>
  );
}
