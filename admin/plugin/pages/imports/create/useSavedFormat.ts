import { useEffect } from 'react';
import type { SavedMapping } from '../../../api/types.ts';
import { savedFormat } from './columns/mapping.ts';
import type { DraftStore } from './useDraft.ts';

/** A source whose headers have a saved mapping uses its format, until the user changes it. */
export function useSavedFormat({ draft, change, note }: DraftStore, saved: SavedMapping | null): void {
  const { formatOf, format } = draft;
  const untouched = Object.keys(format).length === 0;
  useEffect(() => {
    if (!saved || !untouched || formatOf === saved.id) return;
    const given = savedFormat(saved);
    note({ formatOf: saved.id });
    if (Object.keys(given).length > 0) change({ format: given });
  }, [saved, untouched, formatOf, change, note]);
}
