import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../api/types.ts';
import { useFieldName } from '../../../ui/words/useFieldName.ts';

/** Which column went where. */
export function MappingTable({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const fieldName = useFieldName();
  const mapping = item.mapping ?? [];
  if (mapping.length === 0) return <Typography color="textSecondary">{translate('sluice.mapping.none')}</Typography>;
  return (
    <TableContainer sx={{ maxHeight: 640 }} tabIndex={0} role="region" aria-label={translate('sluice.mapping.table')}>
      <Table size="small" stickyHeader aria-label={translate('sluice.mapping.table')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('sluice.mapping.column')}</TableCell>
            <TableCell>{translate('sluice.mapping.field')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {mapping.map(({ column, field }) => (
            <TableRow key={column}>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{column}</TableCell>
              <TableCell sx={field ? {} : { color: 'text.secondary' }}>
                {field ? fieldName(item.importerName, field) : translate('sluice.mapping.ignored')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
