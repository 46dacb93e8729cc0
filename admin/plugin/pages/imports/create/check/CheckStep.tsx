import { Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../Section.tsx';
import type { Wizard } from '../useWizard.ts';
import { Checked } from './Checked.tsx';
import { Summary } from './Summary.tsx';
import type { StartControl } from './useStart.ts';

/** What the import would do, before it does it: its failures can be mended here, and are then imported mended. */
export function CheckStep({ wizard, control }: { wizard: Wizard; control: StartControl }) {
  const translate = useTranslate();
  const { dryRunId } = wizard.store.draft;
  if (dryRunId !== null) return <Checked id={dryRunId} onAgain={() => wizard.store.checkedBy(null)} />;
  return (
    <Section title={translate('sluice.wizard.check')}>
      {() => (
        <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
          <Summary wizard={wizard} />
          {wizard.sheets.length > 1 ? (
            <Typography>{translate('sluice.fieldRules.sheets_check')}</Typography>
          ) : (
            <>
              <Typography>{translate('sluice.wizard.check_text')}</Typography>
              <Button variant="contained" disabled={control.busy || !wizard.canReach('check')} onClick={control.check}>
                {translate(control.state.kind === 'checking' ? 'sluice.wizard.checking' : 'sluice.wizard.check_now')}
              </Button>
            </>
          )}
        </Stack>
      )}
    </Section>
  );
}
