import { useCallback, useMemo } from 'react';
import { useStore } from 'react-admin';
import {
  changed,
  type Draft,
  type DraftChange,
  type DraftSource,
  EMPTY_DRAFT,
  type StepName,
  withImporter,
  withSource,
} from './draft.ts';

export interface DraftStore {
  readonly draft: Draft;
  readonly change: (change: DraftChange) => void;
  readonly chooseImporter: (name: string) => void;
  readonly chooseSource: (source: DraftSource) => void;
  readonly goTo: (step: StepName) => void;
  readonly checkedBy: (dryRunId: string | null) => void;
  readonly discard: () => void;
}

/** The draft of a project's next import: kept in the browser until it is started or discarded. */
export function useDraft(projectId: string): DraftStore {
  const [stored, setStored] = useStore<Partial<Draft>>(`sluice.draft.${projectId}`, EMPTY_DRAFT);
  // What an older version of the console has kept may lack what is new.
  const draft = useMemo<Draft>(() => ({ ...EMPTY_DRAFT, ...stored }), [stored]);
  const update = useCallback(
    (next: (draft: Draft) => Draft) => setStored((before) => next({ ...EMPTY_DRAFT, ...before })),
    [setStored],
  );
  return useMemo(
    () => ({
      draft,
      change: (change) => update((before) => changed(before, change)),
      chooseImporter: (name) => update((before) => withImporter(before, name)),
      chooseSource: (source) => update((before) => withSource(before, source)),
      goTo: (step) => update((before) => ({ ...before, step })),
      checkedBy: (dryRunId) => update((before) => ({ ...before, dryRunId })),
      discard: () => setStored(EMPTY_DRAFT),
    }),
    [draft, update, setStored],
  );
}
