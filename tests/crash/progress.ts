import { type Point, stepOf } from './points.ts';
import type { Project, Stand } from './stand.ts';

/** How far a project's import is. */
export interface State {
  readonly id: string;
  readonly status: string;
  /** What it was last asked for: IMPORT, RETRY or UNDO. */
  readonly phase: string;
  readonly revision: number;
  readonly planned: boolean;
  readonly rowsRead: number;
  readonly nextChunk: number;
  readonly chunksTotal: number;
}

/** The import of a project; null before there is one. */
export async function readState(stand: Stand, project: Project): Promise<State | null> {
  const [state] = await stand.ask<{ state: State }>(
    `SELECT json_build_object('id', id, 'status', status, 'phase', phase, 'revision', revision, 'planned', planned, 'rowsRead', rows_read,
            'nextChunk', next_chunk, 'chunksTotal', chunks_total) AS state
       FROM import WHERE project_id = $1`,
    [project.id],
  );
  return state?.state ?? null;
}

export function isFinal({ status }: State): boolean {
  return ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED', 'UNDONE'].includes(status);
}

/**
 * Whether the import has moved on since it was struck, in the very work that was struck: a chunk runner that goes on
 * does not count for a plan that stands. Null when nothing was left to do.
 */
export function movement({ phase, inRequest }: Point, base: State | null): ((now: State | null) => boolean) | null {
  if (base === null) return (now) => now !== null && (now.rowsRead > 0 || isFinal(now));
  const anything = (now: State | null): boolean => now !== null && now.revision > base.revision;
  // Either all is done already, or what was asked for is rolled back and will be asked for again.
  if (isFinal(base)) return inRequest && base.phase !== stepOf({ phase }).toUpperCase() ? anything : null;
  const or = (moved: (now: State) => boolean) => (now: State | null) => now !== null && (moved(now) || isFinal(now));
  if (!base.planned && (phase === 'start' || phase === 'plan')) {
    return or((now) => now.rowsRead > base.rowsRead || now.planned);
  }
  if (base.nextChunk < base.chunksTotal) return or((now) => now.nextChunk > base.nextChunk);
  return anything;
}
