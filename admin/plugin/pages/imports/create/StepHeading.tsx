import { Typography } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { STEPS, type StepName } from './draft.ts';

/** Names the step to whoever does not see the line of steps; a new step begins here, for eyes and keyboard. */
export function StepHeading({ step }: { step: StepName }) {
  const translate = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // The page itself begins at its top; only going on moves the focus.
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <Typography ref={heading} component="h2" tabIndex={-1} sx={visuallyHidden}>
      {translate('sluice.wizard.step_of', {
        number: STEPS.indexOf(step) + 1,
        steps: STEPS.length,
        name: translate(`sluice.wizard.steps.${step}`),
      })}
    </Typography>
  );
}
