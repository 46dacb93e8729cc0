import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStable } from '../../../ui/hooks/useStable.ts';
import { hasChildren, keyAt, ROOTS, type TreeRow } from './treeRows.ts';
import type { Tree } from './useTree.ts';
import { useTypeAhead } from './useTypeAhead.ts';

/** Lines that PageUp and PageDown move by. */
const PAGE = 20;

export interface TreeKeys {
  /** The place among the rows of the line that the keyboard stands on. */
  readonly at: number;
  /** The focused line, by its key. */
  readonly chosen: string | null;
  readonly stand: (key: string) => void;
  /** Brings a line into the middle of the window, and the keyboard to it. */
  readonly find: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Keeps each line's element, so that the one that the keyboard moves to is focused. */
  readonly keep: (key: string, element: HTMLElement | null) => void;
}

interface Moving {
  readonly rows: readonly TreeRow[];
  readonly tree: Tree;
  readonly show: (id: string) => void;
  /** Brings the line at this place among the rows into sight, or into the middle of the window. */
  readonly scrollTo: (index: number, align: 'auto' | 'center') => void;
}

interface Target {
  readonly key: string;
  readonly align: 'auto' | 'center';
}

/** Moves through a tree as the ARIA practices have it: arrows, Home, End, Enter, and the first letters of a name. */
export function useTreeKeys({ rows, tree, show, scrollTo }: Moving): TreeKeys {
  const [wanted, setWanted] = useState<string | null>(null);
  const elements = useRef(new Map<string, HTMLElement>());
  const focusNext = useRef<Target | null>(null);
  const typed = useTypeAhead();
  const found = rows.findIndex(({ key }) => key === wanted);
  const at = Math.max(0, found);

  // As soon as the line is drawn: what it scrolls to may come into being with it.
  useEffect(() => {
    const target = focusNext.current;
    const index = rows.findIndex(({ key }) => key === target?.key);
    if (target === null || index < 0) return;
    const element = elements.current.get(target.key);
    if (element) {
      focusNext.current = null;
      element.focus({ preventScroll: true });
    }
    scrollTo(index, target.align);
  });
  const aim = useStable((target: Target) => {
    focusNext.current = target;
    setWanted(target.key);
  });
  const go = (key: string) => aim({ key, align: 'auto' });
  const find = useStable((key: string) => aim({ key, align: 'center' }));
  const move = (index: number) => {
    const row = rows[Math.min(Math.max(0, index), rows.length - 1)];
    if (row) go(row.key);
  };
  const keep = useStable((key: string, element: HTMLElement | null) => {
    if (element) elements.current.set(key, element);
    else elements.current.delete(key);
  });

  function act(key: string): boolean {
    const row = rows[at];
    const step = STEPS[key];
    if (!row) return false;
    if (step) {
      move(step(at, rows.length));
      return true;
    }
    switch (key) {
      case 'ArrowRight':
        if (row.kind !== 'node' || !hasChildren(row.node)) return true;
        if (row.open) go(keyAt(row.node.id, 1));
        else tree.toggle(row.node.id, true);
        return true;
      case 'ArrowLeft':
        if (row.kind === 'node' && row.open) tree.toggle(row.node.id, false);
        else if (row.parent !== ROOTS)
          move(rows.findIndex((above) => above.kind === 'node' && above.node.id === row.parent));
        return true;
      case 'Enter':
      case ' ':
        if (row.kind === 'node') show(row.node.id);
        else void tree.read(row.parent, row.place);
        return true;
      default:
        return typed(key, rows, at, go);
    }
  }

  return {
    at,
    chosen: wanted,
    stand: setWanted,
    find,
    onKeyDown(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (act(event.key)) event.preventDefault();
    },
    keep,
  };
}

const STEPS: Readonly<Record<string, (at: number, of: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_at, of) => of - 1,
};
