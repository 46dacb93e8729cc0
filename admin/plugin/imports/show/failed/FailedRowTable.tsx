import {
  Box,
  Chip,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Tooltip,
  Typography,
} from '@mui/material';
import { alpha, type Theme } from '@mui/material/styles';
import { visuallyHidden } from '@mui/utils';
import { useTranslate } from 'react-admin';
import type { FailedRow, ImportDetail, RowError } from '../../../api/types.ts';
import { useFormat } from '../../../shared/useFormat.ts';
import { cellText, columnOf, shownColumns } from './columns.ts';
import { useCodeName } from './useCodeName.ts';

interface FailedRowTableProps {
  readonly rows: readonly FailedRow[];
  readonly item: ImportDetail;
}

/** Failed rows as they came, with each error at its cell and in words. */
export function FailedRowTable({ rows, item }: FailedRowTableProps) {
  const translate = useTranslate();
  const { columns, hidden } = shownColumns(rows, item);
  return (
    <>
      <TableContainer
        role="region"
        tabIndex={0}
        aria-label={translate('sluice.failed.table')}
        sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, maxHeight: 720 }}
      >
        <Table size="small" stickyHeader aria-label={translate('sluice.failed.table')}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ left: 0, zIndex: 3 }}>{translate('sluice.failed.row')}</TableCell>
              <TableCell sx={{ minWidth: 260 }}>{translate('sluice.failed.reason')}</TableCell>
              {columns.map((column) => (
                <TableCell key={column} sx={{ whiteSpace: 'nowrap' }}>
                  {column}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <Row key={row.id} row={row} columns={columns} item={item} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {hidden > 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {translate('sluice.failed.hidden_columns', { smart_count: hidden })}
        </Typography>
      ) : null}
    </>
  );
}

const rowNumberCell = {
  position: 'sticky',
  left: 0,
  bgcolor: 'background.paper',
  whiteSpace: 'nowrap',
  zIndex: 1,
} as const;

interface RowProps {
  readonly row: FailedRow;
  readonly columns: readonly string[];
  readonly item: ImportDetail;
}

function Row({ row, columns, item }: RowProps) {
  const translate = useTranslate();
  const format = useFormat();
  const errors = row.errors ?? [];
  return (
    <TableRow sx={{ verticalAlign: 'top' }}>
      <TableCell component="th" scope="row" sx={rowNumberCell}>
        <Typography variant="body2" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          {format.count(row.rowNumber)}
        </Typography>
        {row.line == null ? null : (
          <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
            {translate('sluice.failed.line', { line: format.count(row.line) })}
          </Typography>
        )}
        {row.status === 'OPEN' ? null : (
          <Chip size="small" variant="outlined" label={translate(`sluice.failed.status_${row.status}`)} />
        )}
      </TableCell>
      <TableCell>
        <Reasons errors={errors} item={item} />
      </TableCell>
      {columns.map((column) => (
        <ValueCell
          key={column}
          text={cellText(row, column)}
          errors={errors.filter((error) => columnOf(error, item) === column)}
        />
      ))}
    </TableRow>
  );
}

function Reasons({ errors, item }: { errors: readonly RowError[]; item: ImportDetail }) {
  const codeName = useCodeName();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
      {errors.map((error) => (
        <Typography component="li" variant="body2" key={`${error.code} ${error.field} ${error.message}`}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {columnOf(error, item) ?? codeName(error.code)}
          </Box>{' '}
          {error.message}
        </Typography>
      ))}
    </Box>
  );
}

function ValueCell({ text, errors }: { text: string; errors: readonly RowError[] }) {
  const translate = useTranslate();
  if (errors.length === 0) {
    return (
      <TableCell sx={cell} title={text.length > 24 ? text : undefined}>
        {text}
      </TableCell>
    );
  }
  const words = errors.map(({ message }) => message).join(' ');
  return (
    <Tooltip title={words} describeChild>
      <TableCell sx={[cell, faulty]} data-error={errors.map(({ code }) => code).join(' ')}>
        {text === '' ? <em>{translate('sluice.failed.empty_cell')}</em> : text}
        <Box component="span" sx={visuallyHidden}>
          {` ${words}`}
        </Box>
      </TableCell>
    </Tooltip>
  );
}

const cell = { maxWidth: 240, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

function faulty(theme: Theme) {
  return {
    backgroundColor: alpha(theme.palette.error.main, theme.palette.mode === 'light' ? 0.08 : 0.25),
    boxShadow: `inset 0 0 0 1px ${theme.palette.error.main}`,
    position: 'relative',
  } as const;
}
