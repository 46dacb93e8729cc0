import CancelIcon from '@mui/icons-material/BlockRounded';
import DoneIcon from '@mui/icons-material/CheckCircleRounded';
import FailedIcon from '@mui/icons-material/ErrorRounded';
import PausedIcon from '@mui/icons-material/PauseCircleRounded';
import QueuedIcon from '@mui/icons-material/ScheduleRounded';
import RunningIcon from '@mui/icons-material/SyncRounded';
import UndoIcon from '@mui/icons-material/UndoRounded';
import WarningIcon from '@mui/icons-material/WarningRounded';
import { Chip, type SvgIconProps } from '@mui/material';
import { alpha, type Theme } from '@mui/material/styles';
import type { ComponentType } from 'react';
import { useTranslate } from 'react-admin';
import type { ImportStatus } from '../../gql/generated/graphql.ts';

type Tone = 'success' | 'warning' | 'error' | 'info' | 'neutral';

const LOOKS: Readonly<Record<ImportStatus, { tone: Tone; Icon: ComponentType<SvgIconProps> }>> = {
  QUEUED: { tone: 'neutral', Icon: QueuedIcon },
  RUNNING: { tone: 'info', Icon: RunningIcon },
  PAUSED: { tone: 'neutral', Icon: PausedIcon },
  CANCELLED: { tone: 'neutral', Icon: CancelIcon },
  COMPLETED: { tone: 'success', Icon: DoneIcon },
  COMPLETED_WITH_ERRORS: { tone: 'warning', Icon: WarningIcon },
  FAILED: { tone: 'error', Icon: FailedIcon },
  UNDOING: { tone: 'info', Icon: RunningIcon },
  UNDONE: { tone: 'neutral', Icon: UndoIcon },
};

/** An import's status in its word, with an icon so that it does not rest on colour alone. */
export function StatusChip({ status }: { status: ImportStatus }) {
  const translate = useTranslate();
  const { tone, Icon } = LOOKS[status];
  return (
    <Chip
      size="small"
      icon={<Icon aria-hidden />}
      label={translate(`sluice.status.${status}`)}
      sx={(theme) => ({ ...tint(theme, tone), fontWeight: 600, borderRadius: 1.5 })}
    />
  );
}

/** The tone is in the ground and the icon; the word keeps the text's own colour, which every theme makes readable. */
function tint(theme: Theme, tone: Tone) {
  const colour = tone === 'neutral' ? theme.palette.text.secondary : theme.palette[tone].main;
  return {
    color: theme.palette.text.primary,
    backgroundColor: alpha(colour, theme.palette.mode === 'light' ? 0.12 : 0.24),
    border: 0,
    '& .MuiChip-icon': { color: colour },
  };
}
