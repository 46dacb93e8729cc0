import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { StartControl } from './check/useStart.ts';
import { namedStep, useWriteStep } from './useStepAddress.ts';
import type { Wizard } from './useWizard.ts';

/** Has the address and the draft name the step that is shown, which is not the one asked for where that is out of reach. */
export function useKeptStep({ step, store, inspection }: Wizard, { state }: StartControl): void {
  const [parameters] = useSearchParams();
  const named = namedStep(parameters);
  const write = useWriteStep();
  const { draft, keepStep } = store;
  // What cannot be read now may be a moment later; and nothing comes between a start and the page that it leads to.
  const isSettled = (inspection.kind === 'none' || inspection.kind === 'ready') && state.kind !== 'starting';
  useEffect(() => {
    if (!isSettled) return;
    if (named !== step) write(step, { replace: true });
    if (draft.step !== step) keepStep(step);
  }, [isSettled, named, step, draft.step, write, keepStep]);
}
