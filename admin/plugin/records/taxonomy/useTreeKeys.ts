import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStable } from '../../shared/useStable.ts';
import { hasChildren, type TreeRow } from './treeRows.ts';
import type { Tree } from './useTree.ts';

export interface TreeKeys {
  /** The line that the keyboard stands on. */
  readonly current: string | null;
  readonly stand: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Keeps each line's element, so that the one that the keyboard moves to is focused. */
  readonly keep: (key: string, element: HTMLElement | null) => void;
}

/** Moves through a tree as the ARIA practices have it: arrows, Home, End, Enter. */
export function useTreeKeys(rows: readonly TreeRow[], tree: Tree, show: (id: string) => void): TreeKeys {
  const [wanted, setWanted] = useState<string | null>(null);
  const elements = useRef(new Map<string, HTMLElement>());
  const focusNext = useRef(false);
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === wanted),
  );
  const current = rows[at]?.key ?? null;

  // Also when the line that one stood on (“Show more”) gave way to others: the keyboard stays where it was.
  useEffect(() => {
    if (!focusNext.current || current === null) return;
    focusNext.current = false;
    elements.current.get(current)?.focus();
  });
  const move = (key: string | undefined) => {
    if (key === undefined) return;
    focusNext.current = true;
    setWanted(key);
  };
  const more = (row: TreeRow) => {
    // What comes takes the place of this line; until then the line before it is the nearest.
    const before = rows[rows.indexOf(row) - 1];
    tree.more(row.parent);
    move(before?.key);
  };

  const keep = useStable((key: string, element: HTMLElement | null) => {
    if (element) elements.current.set(key, element);
    else elements.current.delete(key);
  });

  function act(key: string): boolean {
    const row = rows[at];
    if (!row) return false;
    switch (key) {
      case 'ArrowDown':
        move(rows[at + 1]?.key);
        return true;
      case 'ArrowUp':
        move(rows[at - 1]?.key);
        return true;
      case 'Home':
        move(rows[0]?.key);
        return true;
      case 'End':
        move(rows.at(-1)?.key);
        return true;
      case 'ArrowRight':
        if (row.kind !== 'node' || !hasChildren(row.node)) return true;
        if (row.open) move(rows[at + 1]?.key);
        else tree.toggle(row.node.id, true);
        return true;
      case 'ArrowLeft':
        if (row.kind === 'node' && row.open) tree.toggle(row.node.id, false);
        else if (row.parent !== '') move(row.parent);
        return true;
      case 'Enter':
      case ' ':
        if (row.kind === 'node') show(row.node.id);
        else more(row);
        return true;
      default:
        return false;
    }
  }

  return {
    current,
    stand: setWanted,
    onKeyDown(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (act(event.key)) event.preventDefault();
    },
    keep,
  };
}
