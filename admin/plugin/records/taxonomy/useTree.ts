import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSluice } from '../../SluiceContext.tsx';
import { useSignOutOnRefusal } from '../../shared/useSignOutOnRefusal.ts';
import { useStable } from '../../shared/useStable.ts';
import { type Branch, type Branches, ROOTS, type TreeRow, treeRows } from './treeRows.ts';

/** Siblings read at once: one node may have ten thousand below it. Who asks for more of them gets many. */
const FIRST = 100;
const MORE = 500;

export interface Tree {
  /** Null until the roots are read or refused. */
  readonly rows: readonly TreeRow[] | null;
  readonly failure: string | null;
  readonly retry: () => void;
  readonly toggle: (id: string, open: boolean) => void;
  /** Reads the next siblings below a parent. */
  readonly more: (parent: string) => void;
}

/** The project's taxonomy, read as one opens it. */
export function useTree(projectId: string): Tree {
  const { api } = useSluice().sluice;
  const [branches, setBranches] = useState<Branches>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<unknown>(null);
  const known = useRef(branches);
  useSignOutOnRefusal(error);

  const put = useCallback((parent: string, branch: Branch) => {
    known.current = new Map(known.current).set(parent, branch);
    setBranches(known.current);
  }, []);
  const more = useStable((parent: string) => {
    const before = known.current.get(parent) ?? { nodes: [], total: 0, state: 'ready' };
    if (before.state === 'loading') return;
    put(parent, { ...before, state: 'loading' });
    const filter = parent === ROOTS ? { rootsOnly: true } : { parentId: parent };
    api
      .taxonomyNodes({
        projectId,
        first: before.nodes.length === 0 ? FIRST : MORE,
        offset: before.nodes.length,
        filter,
      })
      .then(
        ({ items, total }) => put(parent, { nodes: [...before.nodes, ...items], total, state: 'ready' }),
        (refused: unknown) => {
          setError(refused);
          put(parent, { ...before, state: 'failed' });
        },
      );
  });
  useEffect(() => more(ROOTS), [more]);

  const toggle = useStable((id: string, wanted: boolean) => {
    setOpen((before) => {
      const after = new Set(before);
      if (wanted) after.add(id);
      else after.delete(id);
      return after;
    });
    if (wanted && !known.current.has(id)) more(id);
  });
  const roots = branches.get(ROOTS);
  const only = roots?.total === 1 ? roots.nodes[0]?.id : undefined;
  // A single site is no choice: one comes to see what is below it.
  useEffect(() => {
    if (only !== undefined) toggle(only, true);
  }, [only, toggle]);
  const rows = useMemo(() => treeRows(branches, open), [branches, open]);
  const unread = !roots || (roots.nodes.length === 0 && roots.state !== 'ready');
  return {
    rows: unread ? null : rows,
    failure: unread && roots?.state === 'failed' && error instanceof Error ? error.message : null,
    retry: () => more(ROOTS),
    toggle,
    more,
  };
}
