import { useCallback, useMemo } from 'react';
import { useStore, useStoreContext } from 'react-admin';
import {
  changed,
  type Draft,
  type DraftChange,
  type DraftNote,
  type DraftSource,
  EMPTY_DRAFT,
  type StepName,
  withImporter,
  withSource,
} from './draft.ts';

export interface DraftStore {
  readonly draft: Draft;
  readonly change: (change: DraftChange) => void;
  /** Keeps what changes nothing of what is imported. */
  readonly note: (note: DraftNote) => void;
  readonly chooseImporter: (name: string) => void;
  readonly chooseSource: (source: DraftSource) => void;
  /** The step to come back to. */
  readonly keepStep: (step: StepName) => void;
  readonly checkedBy: (dryRunId: string | null) => void;
  readonly discard: () => void;
}

/** The draft of a project's next import: kept in the browser until it is started or discarded. */
export function useDraft(projectId: string): DraftStore {
  const key = `sluice.draft.${projectId}`;
  const [stored, setStored] = useStore<Partial<Draft>>(key, EMPTY_DRAFT);
  const store = useStoreContext();
  // What an older version of the console has kept may lack what is new.
  const draft = useMemo<Draft>(() => ({ ...EMPTY_DRAFT, ...stored }), [stored]);
  const update = useCallback(
    // Not useStore's own way, which knows the draft as it was drawn: of two changes at once it would lose the first.
    (next: (draft: Draft) => Draft) =>
      store.setItem(key, next({ ...EMPTY_DRAFT, ...store.getItem<Partial<Draft>>(key, EMPTY_DRAFT) })),
    [store, key],
  );
  return useMemo(
    () => ({
      draft,
      change: (change) => update((before) => changed(before, change)),
      note: (note) => update((before) => ({ ...before, ...note })),
      chooseImporter: (name) => update((before) => withImporter(before, name)),
      chooseSource: (source) => update((before) => withSource(before, source)),
      keepStep: (step) => update((before) => ({ ...before, step })),
      checkedBy: (dryRunId) => update((before) => ({ ...before, dryRunId })),
      discard: () => setStored(EMPTY_DRAFT),
    }),
    [draft, update, setStored],
  );
}
