import { GlobalStyles, Stack, Step, StepButton, Stepper } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { ImporterInfo } from '../../../api/types.ts';
import { CheckStep } from './check/CheckStep.tsx';
import { Refusal } from './check/Refusal.tsx';
import { type StartControl, useStart } from './check/useStart.ts';
import { ColumnsStep } from './columns/ColumnsStep.tsx';
import { STEPS, type StepName } from './draft.ts';
import { OptionsStep } from './options/OptionsStep.tsx';
import { StepHeading } from './StepHeading.tsx';
import { SourceStep } from './source/SourceStep.tsx';
import { useKeptStep } from './useKeptStep.ts';
import { useWizard, type Wizard } from './useWizard.ts';
import { WizardFooter } from './WizardFooter.tsx';

interface WizardStepsProps {
  readonly projectId: string;
  readonly importers: readonly [ImporterInfo, ...ImporterInfo[]];
}

/** A new import, step by step. Leaving and returning finds it as it was. */
export function WizardSteps({ projectId, importers }: WizardStepsProps) {
  const translate = useTranslate();
  const wizard = useWizard(projectId, importers);
  const control = useStart(wizard);
  const { step, canReach, goTo } = wizard;
  useKeptStep(wizard, control);
  return (
    <Stack sx={{ gap: 2.5, minHeight: 'calc(100dvh - 205px)', '--sluice-footer': '72px' }}>
      <GlobalStyles styles={UNCOVERED} />
      <Stepper nonLinear alternativeLabel activeStep={STEPS.indexOf(step)} sx={WITHIN}>
        {STEPS.map((name, index) => (
          <Step key={name} completed={index < STEPS.indexOf(step)} disabled={!canReach(name)}>
            <StepButton onClick={() => goTo(name)}>{translate(`sluice.wizard.steps.${name}`)}</StepButton>
          </Step>
        ))}
      </Stepper>
      <StepHeading step={step} />
      {content(step, wizard, importers, control)}
      {control.state.kind === 'refused' ? (
        <Refusal error={control.state.error} onOptions={step === 'options' ? null : () => goTo('options')} />
      ) : null}
      <WizardFooter wizard={wizard} control={control} />
    </Stack>
  );
}

/** The buttons' own margin takes the outer ones out of a phone's screen. */
const WITHIN = { '& .MuiStepButton-root': { mx: -1, px: 1 } };
/** What the keyboard reaches is not scrolled to under the bars. */
const UNCOVERED = { html: { scrollPaddingTop: 64, scrollPaddingBottom: 96 } };

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
