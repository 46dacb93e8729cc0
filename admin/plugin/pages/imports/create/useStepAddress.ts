import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { STEPS, type StepName } from './draft.ts';

const PARAMETER = 'step';

export interface StepAddress {
  /** The step that the page's address names; the draft's where it names none. */
  readonly step: StepName;
  /** Goes to a step as to a page, so that the browser's Back comes from it. */
  readonly goTo: (step: StepName) => void;
}

export function useStepAddress(kept: StepName): StepAddress {
  const [parameters] = useSearchParams();
  const write = useWriteStep();
  const goTo = useCallback((step: StepName) => write(step, { replace: false }), [write]);
  return { step: namedStep(parameters) ?? kept, goTo };
}

export function namedStep(parameters: URLSearchParams): StepName | null {
  return STEPS.find((step) => step === parameters.get(PARAMETER)) ?? null;
}

/** Names a step in the page's address, as a page of its own or in the place of the one that is there. */
export function useWriteStep(): (step: StepName, how: { readonly replace: boolean }) => void {
  const [, setParameters] = useSearchParams();
  return useCallback(
    (step, how) =>
      setParameters((before) => {
        const after = new URLSearchParams(before);
        after.set(PARAMETER, step);
        return after;
      }, how),
    [setParameters],
  );
}
