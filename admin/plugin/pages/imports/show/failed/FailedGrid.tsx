import { Checkbox, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FailedRow } from '../../../../api/types.ts';
import { FailedGridRow } from './FailedGridRow.tsx';
import { columnAt } from './gridCells.ts';
import { type FailedGridProps, useFailedGrid } from './useFailedGrid.ts';

/** Failed rows with each error at its cell, edited in place and checked while the user types. */
export function FailedGrid(props: FailedGridProps) {
  const { item, drafts, checks, chosen, actions } = props;
  const translate = useTranslate();
  const grid = useFailedGrid(props);
  const { rows, columns, hidden, keys, editing, on } = grid;
  const name = translate('sluice.failed.table');
  return (
    <>
      <TableContainer
        role="region"
        aria-label={name}
        sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, maxHeight: 720, scrollPaddingLeft: 104 }}
      >
        <Table
          ref={keys.table}
          role="grid"
          aria-label={name}
          aria-multiselectable={actions.editable}
          size="small"
          stickyHeader
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
        >
          <TableHead>
            <TableRow>
              <TableCell sx={{ left: 0, zIndex: 3, px: { xs: 1, sm: 2 }, borderRight: 1, borderRightColor: 'divider' }}>
                {actions.editable ? <ChoosePage rows={rows} chosen={chosen} onChoose={actions.choosePage} /> : null}
                {translate('sluice.failed.row')}
              </TableCell>
              <TableCell sx={{ borderRight: 1, borderRightColor: 'divider' }}>
                {translate('sluice.failed.reason')}
              </TableCell>
              {columns.map((column) => (
                <TableCell key={column} sx={{ whiteSpace: 'nowrap', borderRight: 1, borderRightColor: 'divider' }}>
                  {column}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <FailedGridRow
                key={row.id}
                row={row}
                draft={row.status === 'OPEN' ? drafts.drafts.get(row.rowNumber) : undefined}
                check={row.status === 'OPEN' ? checks.get(row.rowNumber) : undefined}
                columns={columns}
                mapping={item.mapping}
                editable={actions.editable && row.status === 'OPEN'}
                retryable={actions.retryable}
                chosen={chosen.has(row.rowNumber)}
                stop={keys.stop?.row === row.rowNumber ? keys.stop.cell : null}
                editing={editing?.row === row.rowNumber ? columnAt(editing) : null}
                on={on}
              />
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

interface ChoosePageProps {
  readonly rows: readonly FailedRow[];
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (rowNumbers: readonly number[], chosen: boolean) => void;
}

function ChoosePage({ rows, chosen, onChoose }: ChoosePageProps) {
  const translate = useTranslate();
  const numbers = rows.map(({ rowNumber }) => rowNumber);
  const some = numbers.filter((rowNumber) => chosen.has(rowNumber)).length;
  return (
    <Checkbox
      size="small"
      checked={some > 0 && some === numbers.length}
      indeterminate={some > 0 && some < numbers.length}
      onChange={(_event, checked) => onChoose(numbers, checked)}
      slotProps={{ input: { 'aria-label': translate('sluice.failed.choose_page') } }}
      sx={{ p: 0.25, ml: -0.5, mr: 0.5 }}
    />
  );
}
