import { Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import type { StartControl } from './check/useStart.ts';
import { STEPS } from './draft.ts';
import { useBlockingReason } from './useBlockingReason.ts';
import type { Wizard } from './useWizard.ts';

/** Back and on, always within reach, and beside them what keeps one from going on. */
export function WizardFooter({ wizard, control }: { wizard: Wizard; control: StartControl }) {
  const translate = useTranslate();
  const blockingReason = useBlockingReason(wizard);
  const { step, store, upload, sheets, canReach, goTo } = wizard;
  const at = STEPS.indexOf(step);
  const [before, next] = [STEPS[at - 1], STEPS[at + 1]];
  const { source, dryRunId } = store.draft;
  const [asking, setAsking] = useState(false);
  const startOver = () => {
    setAsking(false);
    upload.cancel();
    store.discard();
  };
  return (
    <Paper elevation={0} square sx={BAR}>
      {before ? <Button onClick={() => goTo(before)}>{translate('sluice.wizard.back_step')}</Button> : null}
      {source.kind === 'none' ? null : (
        // On a phone, it does not fit next to the others.
        <Button
          variant="text"
          aria-haspopup="dialog"
          onClick={() => setAsking(true)}
          sx={{ display: { xs: before ? 'none' : 'inline-flex', sm: 'inline-flex' } }}
        >
          {translate('sluice.wizard.discard')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={translate('sluice.wizard.discard_title')}
        confirm={translate('sluice.wizard.discard')}
        onClose={() => setAsking(false)}
        onConfirm={startOver}
      >
        <Typography>{translate('sluice.wizard.discard_text')}</Typography>
      </ConfirmDialog>
      <Stack
        direction="row"
        sx={{ alignItems: 'center', justifyContent: 'flex-end', gap: 1.5, ml: 'auto', minWidth: 0 }}
      >
        <Typography role="status" variant="body2" color="textSecondary" sx={{ textAlign: 'right', lineHeight: 1.3 }}>
          {blockingReason}
        </Typography>
        {next ? (
          <Button
            variant="contained"
            size="large"
            sx={{ flexShrink: 0 }}
            disabled={!canReach(next)}
            onClick={() => goTo(next)}
          >
            {translate('sluice.wizard.next_step')}
          </Button>
        ) : (
          <Button
            variant={dryRunId === null ? 'outlined' : 'contained'}
            size="large"
            disabled={control.busy || !canReach(step)}
            onClick={control.start}
          >
            {translate(startTexts(control, dryRunId, sheets.length), { smart_count: sheets.length })}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

/** As wide as the page, at its foot, over whatever scrolls under it. */
const BAR = {
  display: 'flex',
  alignItems: 'center',
  gap: { xs: 0.5, sm: 1.5 },
  flexWrap: 'wrap',
  position: 'sticky',
  bottom: 0,
  mt: 'auto',
  mb: { xs: -2, sm: -3 },
  zIndex: 3,
  mx: { xs: -1, sm: -2 },
  px: { xs: 1, sm: 2 },
  py: 1.5,
  border: 0,
  borderTop: 1,
  borderColor: 'divider',
};

function startTexts({ state }: StartControl, dryRunId: string | null, sheets: number): string {
  if (state.kind === 'starting') return 'sluice.wizard.starting';
  if (sheets > 1) return 'sluice.fieldRules.start_sheets';
  return dryRunId === null ? 'sluice.wizard.start_unchecked' : 'sluice.wizard.start';
}
