import { SourceError, type SourceFormat } from '../../sources/types.ts';
import { InvalidInput, LimitExceeded } from '../model/errors.ts';
import type { RowSource } from './rowSource.ts';

/** What is done within the request at most. */
export const SYNC_BYTES = 500_000;
export const SYNC_ROWS = 500;

export interface Mode {
  readonly mode: 'SYNC' | 'ASYNC';
  readonly reason: string;
}

/**
 * Within the request or as jobs: what was asked for, or what the source's size says. SYNC has the limits of AUTO. A
 * source that cannot be read (`settled` null) is soon done with.
 */
export async function decideMode(
  { rows, readLater }: { readonly rows: RowSource; readonly readLater: string | null },
  sourceFormat: SourceFormat | null,
  asked: 'AUTO' | 'SYNC' | 'ASYNC',
): Promise<Mode> {
  if (asked === 'ASYNC') return { mode: 'ASYNC', reason: 'asked for' };
  if (readLater !== null) return laterMode(readLater, asked);
  const tooLarge = await tooLargeForRequest(rows, sourceFormat);
  const small = `at most ${SYNC_BYTES} bytes and ${SYNC_ROWS} rows`;
  if (tooLarge === null) return { mode: 'SYNC', reason: asked === 'SYNC' ? 'asked for' : small };
  if (asked === 'AUTO') return { mode: 'ASYNC', reason: tooLarge };
  throw new LimitExceeded(
    'TOO_LARGE_FOR_SYNC',
    `SYNC takes ${small}, and the source has ${tooLarge}: use AUTO.`,
    SYNC_ROWS,
  );
}

function laterMode(readLater: string, asked: 'AUTO' | 'SYNC'): Mode {
  if (asked === 'AUTO') return { mode: 'ASYNC', reason: readLater };
  throw new InvalidInput([{ path: ['mode'], message: `Not within the request, since ${readLater}: use AUTO.` }]);
}

/** Why not within the request; null where nothing speaks against it. */
async function tooLargeForRequest(source: RowSource, sourceFormat: SourceFormat | null): Promise<string | null> {
  if (source.size !== null && source.size > SYNC_BYTES) return `more than ${SYNC_BYTES} bytes`;
  if (!sourceFormat) return null;
  try {
    for await (const group of source.rows(sourceFormat, null)) {
      if (group.end.row > SYNC_ROWS) return `more than ${SYNC_ROWS} rows`;
    }
  } catch (error) {
    // The plan will meet it again and keep it with the import.
    if (!(error instanceof SourceError)) throw error;
  }
  return null;
}
