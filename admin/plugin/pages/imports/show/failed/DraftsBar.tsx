import SendIcon from '@mui/icons-material/SendRounded';
import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import type { DraftsStore } from './useDrafts.ts';
import type { FailedRowsPanel } from './useFailedRowsPanel.ts';
import type { RowChecks } from './useRowChecks.ts';

/** How many rows were changed, what the server says about them, and the way to send them. Stays in sight. */
export function DraftsBar({ panel, drafts: { drafts, forget } }: { panel: FailedRowsPanel; drafts: DraftsStore }) {
  const translate = useTranslate();
  if (drafts.size === 0) return null;
  return (
    <Paper
      elevation={4}
      component="section"
      aria-label={translate('sluice.drafts.label')}
      sx={{
        position: 'sticky',
        // Above the bar of a page that has one at its foot.
        bottom: 'calc(12px + var(--sluice-footer, 0px))',
        zIndex: 4,
        p: 1.5,
        borderRadius: 2,
        borderColor: 'primary.main',
      }}
    >
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}>
        <Summary count={drafts.size} checks={panel.checks} />
        <Stack direction="row" sx={{ gap: 1 }}>
          <Button size="small" variant="text" onClick={() => forget(drafts.keys())}>
            {translate('sluice.drafts.revert')}
          </Button>
          <Button
            size="small"
            variant="contained"
            startIcon={<SendIcon />}
            disabled={panel.rows.busy || !panel.grid.retryable}
            onClick={panel.rows.retryCorrected}
          >
            {translate('sluice.drafts.send', { smart_count: drafts.size })}
          </Button>
        </Stack>
      </Stack>
    </Paper>
  );
}

function Summary({ count, checks }: { count: number; checks: RowChecks }) {
  const translate = useTranslate();
  const format = useFormat();
  const kinds = [...checks.values()].map(({ kind }) => kind);
  const number = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
  const [passing, failing] = [number('passes'), number('fails')];
  return (
    <Box role="status">
      <Typography component="span" sx={{ fontWeight: 600, mr: 1 }}>
        {translate('sluice.drafts.changed', { smart_count: count, rows: format.count(count) })}
      </Typography>
      <Typography component="span" variant="body2" color="textSecondary">
        {[
          passing > 0 ? translate('sluice.drafts.pass', { smart_count: passing }) : null,
          failing > 0 ? translate('sluice.drafts.fail', { smart_count: failing }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Box>
  );
}
