import { useRef } from 'react';
import type { TreeRow } from './treeRows.ts';

/** Letters that come faster after one another than this, in ms, are one word. */
const PAUSE = 700;

type TypeAhead = (key: string, rows: readonly TreeRow[], at: number, go: (key: string) => void) => boolean;

/** Goes to the next line whose name begins with what is typed, from the one at `at` on; false where nothing is typed. */
export function useTypeAhead(): TypeAhead {
  const word = useRef({ text: '', at: 0 });
  return (key, rows, at, go) => {
    if ([...key].length !== 1) return false;
    const now = Date.now();
    const text = (now - word.current.at < PAUSE ? word.current.text : '') + key.toLowerCase();
    word.current = { text, at: now };
    // A first letter searches from the next line; with each further letter, this line can still match.
    const from = text.length === 1 ? at + 1 : at;
    const inOrder = [...rows.slice(from), ...rows.slice(0, from)];
    const found = inOrder.find((row) => row.kind === 'node' && row.node.title?.toLowerCase().startsWith(text));
    if (found) go(found.key);
    return true;
  };
}
