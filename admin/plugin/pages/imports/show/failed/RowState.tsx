import PassesIcon from '@mui/icons-material/CheckCircleRounded';
import { Box, Chip, CircularProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FailedRow, RowError } from '../../../../api/types.ts';
import { useErrorText } from '../../../../messages/useErrorText.ts';
import { useMessageText } from '../../../../messages/useMessageText.ts';
import { columnOf, type Mapping } from './columns.ts';
import { useCodeName } from './useCodeName.ts';
import type { RowCheck } from './useRowChecks.ts';

interface RowStateProps {
  readonly row: FailedRow;
  /** Undefined where nothing was typed into the row. */
  readonly check: RowCheck | undefined;
  readonly mapping: Mapping;
}

/** Why the row failed, or, once something was typed into it, what the server finds now. */
export function RowState({ row, check, mapping }: RowStateProps) {
  const translate = useTranslate();
  const errorText = useErrorText();
  if (row.status !== 'OPEN') {
    return (
      <>
        <Chip
          size="small"
          variant="outlined"
          label={translate(`sluice.failed.status_${row.status}`)}
          sx={{ mb: 0.5 }}
        />
        <Reasons errors={row.errors} mapping={mapping} quiet />
      </>
    );
  }
  switch (check?.kind) {
    case undefined:
      return <Reasons errors={row.errors} mapping={mapping} />;
    case 'checking':
      return (
        <Verdict icon={<CircularProgress size={12} aria-hidden />} text={translate('sluice.failed.checking')}>
          <Reasons errors={row.errors} mapping={mapping} quiet />
        </Verdict>
      );
    case 'passes':
      return (
        <Verdict
          icon={<PassesIcon aria-hidden color="success" sx={{ fontSize: 18 }} />}
          text={translate('sluice.failed.passes')}
        />
      );
    case 'fails':
      return <Reasons errors={check.errors} mapping={mapping} />;
    case 'unknown':
      return (
        <Verdict icon={null} text={translate('sluice.failed.unchecked', { reason: errorText(check.error) })}>
          <Reasons errors={row.errors} mapping={mapping} quiet />
        </Verdict>
      );
  }
}

interface VerdictProps {
  readonly icon: React.ReactNode;
  readonly text: string;
  readonly children?: React.ReactNode;
}

function Verdict({ icon, text, children }: VerdictProps) {
  return (
    <>
      <Typography variant="body2" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontWeight: 600 }}>
        {icon}
        {text}
      </Typography>
      {children}
    </>
  );
}

interface ReasonsProps {
  readonly errors: readonly RowError[];
  readonly mapping: Mapping;
  readonly quiet?: boolean;
}

function Reasons({ errors, mapping, quiet = false }: ReasonsProps) {
  const codeName = useCodeName();
  const messageText = useMessageText();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
      {errors.map((error) => (
        <Typography
          component="li"
          variant="body2"
          key={`${error.code} ${error.field} ${error.message}`}
          title={messageText(error)}
          {...(quiet ? { color: 'textSecondary' } : {})}
          sx={twoLines}
        >
          <Box component="span" sx={{ fontWeight: 600 }}>
            {columnOf(error, { mapping }) ?? codeName(error.code)}
          </Box>{' '}
          {messageText(error)}
        </Typography>
      ))}
    </Box>
  );
}

/** Rows stay about as low as their values; the whole is shown in the one that has the focus, and in the title. */
const twoLines = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  '[data-cell="reason"]:focus &': { WebkitLineClamp: 'unset' },
} as const;
