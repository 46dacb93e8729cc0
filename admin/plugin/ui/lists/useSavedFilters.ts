import { type SavedQuery, useListContext, useSavedQueries } from 'react-admin';

export interface SavedFiltersState {
  readonly saved: readonly SavedQuery[];
  /** Whether anything narrows or orders the list that could be kept. */
  readonly canSave: boolean;
  readonly apply: (label: string) => void;
  /** Keeps filter and order under the name; what had this name before is replaced. */
  readonly save: (label: string) => void;
  readonly remove: (label: string) => void;
}

/** react-admin's saved queries of the current list, in this browser. Each project has its own. */
export function useSavedFilters(): SavedFiltersState {
  const { resource, filter, filterValues, displayedFilters, sort, perPage, setFilters, setSort } = useListContext();
  const [saved, setSaved] = useSavedQueries(`${resource}.${filter?.projectId ?? ''}`);
  const others = (label: string) => saved.filter((query) => query.label !== label);
  return {
    saved,
    canSave: Object.keys(filterValues).length > 0,
    apply(label) {
      const found = saved.find((query) => query.label === label);
      if (!found?.value) return;
      setFilters(found.value.filter ?? {});
      if (found.value.sort) setSort(found.value.sort);
    },
    save: (label) =>
      setSaved([...others(label), { label, value: { filter: filterValues, displayedFilters, sort, perPage } }]),
    remove: (label) => setSaved(others(label)),
  };
}
