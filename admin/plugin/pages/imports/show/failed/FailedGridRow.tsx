import DiscardIcon from '@mui/icons-material/DeleteOutlineRounded';
import RetryIcon from '@mui/icons-material/ReplayRounded';
import RevertIcon from '@mui/icons-material/UndoRounded';
import { Box, Checkbox, IconButton, Stack, TableCell, TableRow, Tooltip, Typography } from '@mui/material';
import { memo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { FailedRow } from '../../../../api/types.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { columnOf, type Mapping } from './columns.ts';
import { type Draft, storedText } from './drafts.ts';
import { valueCell } from './gridCells.ts';
import { OriginLinks } from './OriginLinks.tsx';
import { RowState } from './RowState.tsx';
import type { EditEnd } from './useGridKeys.ts';
import type { RowCheck } from './useRowChecks.ts';
import { ValueCell } from './ValueCell.tsx';

/** What can be done in a row; the same functions for all rows. */
export interface RowHandlers {
  readonly choose: (rowNumber: number) => void;
  readonly retry: (rowNumber: number) => void;
  readonly discard: (rowNumber: number) => void;
  readonly revert: (rowNumber: number) => void;
  readonly edit: (row: FailedRow, column: string) => void;
  readonly type: (row: FailedRow, column: string, text: string) => void;
  readonly endEdit: (row: FailedRow, end: EditEnd, keep: boolean) => void;
}

interface FailedGridRowProps {
  readonly row: FailedRow;
  readonly draft: Draft | undefined;
  readonly check: RowCheck | undefined;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly editable: boolean;
  readonly retryable: boolean;
  readonly chosen: boolean;
  /** The cell of this row that Tab leads to; null: it is in another row. */
  readonly stop: string | null;
  /** The column that is being edited in this row. */
  readonly editing: string | null;
  readonly on: RowHandlers;
}

/** One failed row. Memoised: a keystroke in one draws no other. */
export const FailedGridRow = memo(function FailedGridRow(props: FailedGridRowProps) {
  const { row, draft, check, columns, mapping, editable, editing, stop, on } = props;
  const errors = check?.kind === 'passes' ? [] : check?.kind === 'fails' ? check.errors : row.errors;
  return (
    <TableRow aria-selected={editable ? props.chosen : undefined} sx={{ verticalAlign: 'top' }}>
      <RowHead {...props} />
      <TableCell
        role="gridcell"
        tabIndex={stop === 'reason' ? 0 : -1}
        data-row={row.rowNumber}
        data-cell="reason"
        sx={{
          minWidth: { xs: 150, sm: 320 },
          maxWidth: 420,
          borderRight: 1,
          borderRightColor: 'divider',
          ...focusLook,
        }}
      >
        <Stack
          direction={{ xs: 'column', sm: 'row' }}
          sx={{ gap: { xs: 0.5, sm: 1 }, justifyContent: 'space-between' }}
        >
          <Box sx={{ minWidth: 0 }}>
            <RowState row={row} check={check} mapping={mapping} />
            <OriginLinks row={row} />
          </Box>
          {editable ? <RowButtons {...props} /> : null}
        </Stack>
      </TableCell>
      {columns.map((column) => {
        const stored = storedText(row, column);
        const typed = draft?.values[column];
        return (
          <ValueCell
            key={column}
            rowNumber={row.rowNumber}
            column={column}
            text={typed ?? stored}
            before={typed === undefined ? null : stored}
            errors={row.status === 'OPEN' ? errors.filter((error) => columnOf(error, { mapping }) === column) : []}
            corrected={check?.kind === 'passes'}
            editable={editable}
            editing={editing === column}
            isStop={stop === valueCell(column)}
            onEdit={() => on.edit(row, column)}
            onType={(text) => on.type(row, column, text)}
            onEnd={(end, keep) => on.endEdit(row, end, keep)}
          />
        );
      })}
    </TableRow>
  );
});

function RowHead({ row, editable, chosen, stop, on }: FailedGridRowProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <TableCell component="th" scope="row" sx={headLook}>
      <Stack direction="row" sx={{ alignItems: 'flex-start', gap: 0.5 }}>
        {editable ? (
          <Checkbox
            size="small"
            checked={chosen}
            onChange={() => on.choose(row.rowNumber)}
            slotProps={{
              input: {
                'aria-label': translate('sluice.failed.choose', { row: row.rowNumber }),
                tabIndex: stop === 'choose' ? 0 : -1,
                ...{ 'data-row': row.rowNumber, 'data-cell': 'choose' },
              },
            }}
            sx={{ p: 0.25, ml: -0.5 }}
          />
        ) : null}
        <div>
          <Typography variant="body2" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums', lineHeight: '24px' }}>
            {format.count(row.rowNumber)}
          </Typography>
          {row.line == null ? null : (
            <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
              {translate('sluice.failed.line', { line: format.count(row.line) })}
            </Typography>
          )}
        </div>
      </Stack>
    </TableCell>
  );
}

function RowButtons({ row, draft, retryable, stop, on }: FailedGridRowProps) {
  const translate = useTranslate();
  const words = { row: row.rowNumber };
  return (
    <Stack direction="row" sx={{ flexShrink: 0, alignItems: 'flex-start' }}>
      {retryable ? (
        <RowButton
          at={[row, 'retry']}
          stop={stop}
          label={translate('sluice.failed.retry_row', words)}
          onClick={on.retry}
        >
          <RetryIcon fontSize="small" />
        </RowButton>
      ) : null}
      <RowButton
        at={[row, 'discard']}
        stop={stop}
        label={translate('sluice.failed.discard_row', words)}
        onClick={on.discard}
      >
        <DiscardIcon fontSize="small" />
      </RowButton>
      {draft ? (
        <RowButton
          at={[row, 'revert']}
          stop={stop}
          label={translate('sluice.failed.revert', words)}
          onClick={on.revert}
        >
          <RevertIcon fontSize="small" />
        </RowButton>
      ) : null}
    </Stack>
  );
}

interface RowButtonProps {
  readonly at: readonly [FailedRow, string];
  readonly stop: string | null;
  readonly label: string;
  readonly onClick: (rowNumber: number) => void;
  readonly children: ReactNode;
}

function RowButton({ at: [{ rowNumber }, cell], stop, label, onClick, children }: RowButtonProps) {
  return (
    <Tooltip title={label} disableInteractive>
      <IconButton
        size="small"
        aria-label={label}
        tabIndex={stop === cell ? 0 : -1}
        data-row={rowNumber}
        data-cell={cell}
        onClick={() => onClick(rowNumber)}
        sx={{ p: 0.25 }}
      >
        {children}
      </IconButton>
    </Tooltip>
  );
}

const focusLook = { '&:focus-visible': { outline: 2, outlineColor: 'primary.main', outlineOffset: -2 } } as const;

const headLook = {
  px: { xs: 1, sm: 2 },
  position: 'sticky',
  left: 0,
  zIndex: 1,
  bgcolor: 'background.paper',
  whiteSpace: 'nowrap',
  borderRight: 1,
  borderRightColor: 'divider',
} as const;
