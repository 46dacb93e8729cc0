import {
  Box,
  Link,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useCreatePath, useTranslate } from 'react-admin';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import type { ImportSummary } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { FROM_TOP } from '../../../ui/browser/fromTop.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { SortHead } from '../../../ui/lists/SortHead.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { useSourceName } from '../../../ui/words/useSourceName.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { SourceLine } from './SourceLine.tsx';

/** The history at a desk: a row an import. */
export function ImportTable({ imports }: { imports: readonly ImportSummary[] }) {
  const translate = useTranslate();
  return (
    <TableContainer component={Paper} elevation={0} sx={{ borderRadius: 2 }}>
      <Table aria-label={translate('sluice.list.title')} sx={{ '& td, & th': { px: 1.5, py: 1.25 } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('sluice.list.source')}</TableCell>
            <SortHead field="status" label={translate('sluice.list.status')} />
            <TableCell sx={{ width: '22%' }}>{translate('sluice.list.progress')}</TableCell>
            <TableCell align="right">{translate('sluice.list.rows')}</TableCell>
            <TableCell align="right">{translate('sluice.list.failed')}</TableCell>
            <TableCell>{translate('sluice.list.by')}</TableCell>
            <SortHead field="createdAt" label={translate('sluice.list.when')} />
          </TableRow>
        </TableHead>
        <TableBody>
          {imports.map((item) => (
            <ImportRow key={item.id} item={item} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function ImportRow({ item }: { item: ImportSummary }) {
  const sourceName = useSourceName();
  const format = useFormat();
  const navigate = useNavigate();
  const createPath = useCreatePath();
  const { importsResource } = useSluice();
  const path = createPath({ resource: importsResource, type: 'show', id: item.id });
  const failed = item.counts?.failed ?? 0;
  return (
    // The link in the first cell is the row's keyboard way in; the click is for the hand that aims at the row.
    <TableRow hover sx={{ cursor: 'pointer' }} onClick={() => void navigate(path, { state: FROM_TOP })}>
      <TableCell sx={{ maxWidth: { md: 200, lg: 260, xl: 420 } }}>
        <Link
          component={RouterLink}
          to={path}
          state={FROM_TOP}
          underline="hover"
          noWrap
          sx={{ display: 'block', fontWeight: 600 }}
          onClick={(event) => event.stopPropagation()}
        >
          {sourceName(item.sourceName)}
        </Link>
        <SourceLine item={item} />
      </TableCell>
      <TableCell>
        <StatusChip status={item.status} />
      </TableCell>
      <TableCell>
        <ImportProgress item={item} />
      </TableCell>
      <TableCell align="right">{format.count(item.counts?.total)}</TableCell>
      <TableCell align="right" sx={failed > 0 ? { color: 'error.main', fontWeight: 600 } : {}}>
        {format.count(item.counts?.failed)}
      </TableCell>
      <TableCell sx={{ maxWidth: 140 }}>
        <Typography variant="body2" noWrap title={item.createdBy}>
          {item.createdBy}
        </Typography>
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Box component="time" dateTime={item.createdAt} title={format.time(item.createdAt)}>
          {format.ago(item.createdAt)}
        </Box>
      </TableCell>
    </TableRow>
  );
}
