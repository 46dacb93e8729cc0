import { useEffect, useMemo, useRef, useState } from 'react';
import { useSignOutOnRefusal } from '../../../ui/browser/useSignOutOnRefusal.ts';
import { useStable } from '../../../ui/hooks/useStable.ts';
import type { TreeNode } from '../api.ts';
import { useTaxonomyApi } from '../useTaxonomyApi.ts';
import {
  type Branch,
  type Branches,
  keyAt,
  PAGE_OF_SIBLINGS,
  pageOf,
  ROOTS,
  type TreeRow,
  treeRows,
} from './treeRows.ts';

export interface Tree {
  /** Null until the roots are read or refused. */
  readonly rows: readonly TreeRow[] | null;
  readonly failure: unknown;
  readonly retry: () => void;
  readonly toggle: (id: string, open: boolean) => void;
  /** Reads the siblings around this place below a parent; once, unless they were refused. */
  readonly read: (parent: string, place: number) => Promise<void>;
  /** Opens all that is above a node; gives the key of its line, and null of a node that is not there. */
  readonly reveal: (id: string) => Promise<string | null>;
}

const UNKNOWN: Branch = { total: 0, pages: new Map(), refused: new Set() };

/** The project's taxonomy, read as one opens it and as it comes into sight. */
export function useTree(projectId: string): Tree {
  const api = useTaxonomyApi();
  const [branches, setBranches] = useState<Branches>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<unknown>(null);
  const reading = useRef(new Map<string, Promise<void>>());
  useSignOutOnRefusal(error);

  const put = (parent: string, change: (before: Branch) => Branch) =>
    setBranches((before) => new Map(before).set(parent, change(before.get(parent) ?? UNKNOWN)));

  const read = useStable((parent: string, place: number): Promise<void> => {
    const page = pageOf(place);
    const key = `${parent} ${page}`;
    const before = reading.current.get(key);
    if (before) return before;
    const filter = parent === ROOTS ? { rootsOnly: true } : { parentId: parent };
    const range = { first: PAGE_OF_SIBLINGS, offset: page * PAGE_OF_SIBLINGS };
    const answer = api.taxonomyNodes({ projectId, ...range, filter }).then(
      ({ items, total }) => put(parent, (branch) => withPage(branch, page, items, total)),
      (refused: unknown) => {
        reading.current.delete(key);
        setError(refused);
        put(parent, (branch) => ({ ...branch, refused: new Set(branch.refused).add(page) }));
      },
    );
    reading.current.set(key, answer);
    return answer;
  });
  useEffect(() => void read(ROOTS, 1), [read]);

  const toggle = useStable((id: string, wanted: boolean) => {
    setOpen((before) => changed(before, [id], wanted));
    if (wanted) void read(id, 1);
  });
  const reveal = useStable(async (id: string) => {
    const place = await api.taxonomyPlace(id).catch((refused: unknown) => {
      setError(refused);
      return null;
    });
    if (!place) return null;
    const lineage = [...place.ancestors, place];
    const placed = lineage.map(({ siblingsBefore }, index) => ({
      parent: lineage[index - 1]?.id ?? ROOTS,
      place: siblingsBefore + 1,
    }));
    await Promise.all(placed.map((each) => read(each.parent, each.place)));
    setOpen((before) =>
      changed(
        before,
        place.ancestors.map((above) => above.id),
        true,
      ),
    );
    const last = placed.at(-1);
    return last ? keyAt(last.parent, last.place) : null;
  });
  const roots = branches.get(ROOTS);
  const only = roots?.total === 1 ? roots.pages.get(0)?.[0]?.id : undefined;
  // A single site is opened, since there is nothing to choose.
  useEffect(() => {
    if (only !== undefined) toggle(only, true);
  }, [only, toggle]);
  const rows = useMemo(() => treeRows(branches, open), [branches, open]);
  const unread = !roots || roots.pages.size === 0;
  return {
    rows: unread ? null : rows,
    failure: unread && roots?.refused.has(0) ? error : null,
    retry: () => void read(ROOTS, 1),
    toggle,
    read,
    reveal,
  };
}

function withPage(branch: Branch, page: number, items: readonly TreeNode[], total: number): Branch {
  const refused = new Set(branch.refused);
  refused.delete(page);
  return { total, pages: new Map(branch.pages).set(page, items), refused };
}

function changed(before: ReadonlySet<string>, ids: readonly string[], wanted: boolean): ReadonlySet<string> {
  const after = new Set(before);
  for (const id of ids) {
    if (wanted) after.add(id);
    else after.delete(id);
  }
  return after;
}
