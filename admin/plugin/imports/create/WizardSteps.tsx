import { Button, Stack, Step, StepButton, Stepper, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import type { ImporterInfo } from '../../api/types.ts';
import { CheckStep } from './check/CheckStep.tsx';
import { Refusal } from './check/Refusal.tsx';
import { type StartControl, useStart } from './check/useStart.ts';
import { ColumnsStep } from './columns/ColumnsStep.tsx';
import { STEPS, type StepName } from './draft.ts';
import { OptionsStep } from './options/OptionsStep.tsx';
import { SourceStep } from './source/SourceStep.tsx';
import { useWizard, type Wizard } from './useWizard.ts';

interface WizardStepsProps {
  readonly projectId: string;
  readonly importers: readonly [ImporterInfo, ...ImporterInfo[]];
}

/** A new import, step by step. Leaving and returning finds it as it was. */
export function WizardSteps({ projectId, importers }: WizardStepsProps) {
  const translate = useTranslate();
  const wizard = useWizard(projectId, importers);
  const control = useStart(wizard);
  const { step, store, canReach } = wizard;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read from its top.
  useEffect(() => {
    window.scrollTo({ top: 0 });
  }, [step]);
  return (
    <Stack sx={{ gap: 2.5 }}>
      <Stepper nonLinear alternativeLabel activeStep={STEPS.indexOf(step)} sx={WITHIN}>
        {STEPS.map((name, index) => (
          <Step key={name} completed={index < STEPS.indexOf(step)} disabled={!canReach(name)}>
            <StepButton onClick={() => store.goTo(name)}>{translate(`sluice.wizard.steps.${name}`)}</StepButton>
          </Step>
        ))}
      </Stepper>
      {content(step, wizard, importers, control)}
      {control.state.kind === 'refused' ? <Refusal error={control.state.error} /> : null}
      <Footer wizard={wizard} control={control} />
    </Stack>
  );
}

/** The buttons' own margin takes the outer ones out of a phone's screen. */
const WITHIN = { '& .MuiStepButton-root': { mx: -1, px: 1 } };

function content(step: StepName, wizard: Wizard, importers: readonly ImporterInfo[], control: StartControl): ReactNode {
  switch (step) {
    case 'source':
      return <SourceStep wizard={wizard} importers={importers} />;
    case 'columns':
      return <ColumnsStep wizard={wizard} />;
    case 'options':
      return <OptionsStep wizard={wizard} />;
    case 'check':
      return <CheckStep wizard={wizard} control={control} />;
  }
}

function Footer({ wizard, control }: { wizard: Wizard; control: StartControl }) {
  const translate = useTranslate();
  const { step, store, canReach } = wizard;
  const at = STEPS.indexOf(step);
  const [before, next] = [STEPS[at - 1], STEPS[at + 1]];
  const { source, dryRunId } = store.draft;
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
      {before ? <Button onClick={() => store.goTo(before)}>{translate('sluice.wizard.back_step')}</Button> : null}
      {source.kind === 'none' ? null : (
        <Button variant="text" onClick={store.discard}>
          {translate('sluice.wizard.discard')}
        </Button>
      )}
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5, ml: 'auto' }}>
        {source.kind === 'none' && wizard.upload.state.kind === 'idle' ? (
          <Typography variant="body2" color="textSecondary">
            {translate('sluice.wizard.need_source')}
          </Typography>
        ) : null}
        {next ? (
          <Button variant="contained" size="large" disabled={!canReach(next)} onClick={() => store.goTo(next)}>
            {translate('sluice.wizard.next_step')}
          </Button>
        ) : (
          <Button
            variant={dryRunId === null ? 'outlined' : 'contained'}
            size="large"
            disabled={control.busy}
            onClick={control.start}
          >
            {translate(startWords(control, dryRunId))}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}

function startWords({ state }: StartControl, dryRunId: string | null): string {
  if (state.kind === 'starting') return 'sluice.wizard.starting';
  return dryRunId === null ? 'sluice.wizard.start_unchecked' : 'sluice.wizard.start';
}
