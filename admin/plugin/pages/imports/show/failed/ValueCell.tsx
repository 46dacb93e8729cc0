import { Box, TableCell, Tooltip } from '@mui/material';
import { alpha, type Theme } from '@mui/material/styles';
import { visuallyHidden } from '@mui/utils';
import { useTranslate } from 'react-admin';
import type { RowError } from '../../../../api/types.ts';
import { useMessageText } from '../../../../messages/useMessageText.ts';
import { CellEditor } from './CellEditor.tsx';
import { cellText } from './columns.ts';
import { valueCell } from './gridCells.ts';
import type { EditEnd } from './useGridKeys.ts';

export interface ValueCellProps {
  readonly rowNumber: number;
  readonly column: string;
  readonly text: string;
  /** As the server has it, where something else was typed. */
  readonly before: string | null;
  readonly errors: readonly RowError[];
  /** Typed, and the server finds nothing wrong with the row any more. */
  readonly corrected: boolean;
  readonly editable: boolean;
  readonly editing: boolean;
  readonly isStop: boolean;
  readonly onEdit: () => void;
  readonly onType: (text: string) => void;
  readonly onEnd: (end: EditEnd, keep: boolean) => void;
}

/** A value of a failed row: marked where it is wrong, marked where it was changed, edited in its place. */
export function ValueCell(props: ValueCellProps) {
  const { rowNumber, column, text, before, errors, corrected, editable, editing, isStop, onEdit } = props;
  const translate = useTranslate();
  const messageText = useMessageText();
  const reason = errors.map(messageText).join(' ');
  const tone = errors.length > 0 ? 'faulty' : before === null ? 'plain' : corrected ? 'corrected' : 'changed';
  return (
    // Around every cell, also without a reason: a cell that came and went with them would lose what is typed into it.
    <Tooltip title={editing ? '' : reason} describeChild disableInteractive arrow>
      <TableCell
        role="gridcell"
        tabIndex={isStop ? 0 : -1}
        data-row={rowNumber}
        data-cell={valueCell(column)}
        data-error={errors.length > 0 ? errors.map(({ code }) => code).join(' ') : undefined}
        data-changed={before === null ? undefined : true}
        aria-invalid={errors.length > 0}
        aria-readonly={!editable}
        onClick={editable && !editing ? onEdit : undefined}
        sx={[look, (theme) => tones[tone](theme), editable ? { cursor: 'text' } : {}, editing ? editingLook : {}]}
      >
        {editing ? (
          <CellEditor
            label={translate('sluice.failed.cell', { column, row: rowNumber })}
            text={text}
            words={reason}
            onType={props.onType}
            onEnd={props.onEnd}
          />
        ) : (
          <Shown text={text} words={reason} />
        )}
        {before === null || editing ? null : (
          <Corner title={translate('sluice.failed.was', { before: cellText(before) })} />
        )}
      </TableCell>
    </Tooltip>
  );
}

function Shown({ text, words }: { text: string; words: string }) {
  const translate = useTranslate();
  if (!words) return cellText(text);
  return (
    <>
      {text === '' ? <em>{translate('sluice.failed.empty_cell')}</em> : cellText(text)}
      <Box component="span" sx={visuallyHidden}>
        {` ${words}`}
      </Box>
    </>
  );
}

/** The mark of a changed cell, as spreadsheets have it for notes. */
function Corner({ title }: { title: string }) {
  return (
    <Box
      component="span"
      title={title}
      sx={{
        position: 'absolute',
        top: 0,
        right: 0,
        border: '5px solid',
        borderColor: 'primary.main',
        borderLeftColor: 'transparent',
        borderBottomColor: 'transparent',
      }}
    >
      <Box component="span" sx={visuallyHidden}>
        {title}
      </Box>
    </Box>
  );
}

const look = {
  position: 'relative',
  maxWidth: 260,
  minWidth: 110,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  borderRight: 1,
  borderRightColor: 'divider',
  '&:focus-visible': { outline: 2, outlineColor: 'primary.main', outlineOffset: -2 },
} as const;

const editingLook = {
  outline: 2,
  outlineColor: 'primary.main',
  outlineOffset: -2,
  backgroundColor: 'background.paper',
  textOverflow: 'clip',
} as const;

const tones = {
  plain: (theme: Theme) => ({ '&:hover': { backgroundColor: theme.palette.action.hover } }),
  changed: (theme: Theme) => ({ backgroundColor: tint(theme, theme.palette.primary.main) }),
  corrected: (theme: Theme) => ({ backgroundColor: tint(theme, theme.palette.success.main) }),
  faulty: (theme: Theme) => ({
    backgroundColor: tint(theme, theme.palette.error.main),
    boxShadow: `inset 0 0 0 1px ${theme.palette.error.main}`,
  }),
};

function tint(theme: Theme, colour: string): string {
  return alpha(colour, theme.palette.mode === 'light' ? 0.09 : 0.22);
}
