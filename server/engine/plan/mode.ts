import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { SourceError, type SourceFormat } from '../../sources/types.ts';
import { InvalidInput, LimitExceeded } from '../model/errors.ts';
import type { RowSource } from './rowSource.ts';

/** What is done within the request at most. */
export const SYNC_BYTES = 500_000;
export const SYNC_ROWS = 500;

export interface Mode {
  readonly mode: 'SYNC' | 'ASYNC';
  readonly reason: Message;
}

/**
 * Within the request or as jobs: what was asked for, or what the source's size says. SYNC has the limits of AUTO. A
 * source that cannot be read (`settled` null) is soon done with.
 */
export async function decideMode(
  { rows, readLater }: { readonly rows: RowSource; readonly readLater: Message | null },
  sourceFormat: SourceFormat | null,
  asked: 'AUTO' | 'SYNC' | 'ASYNC',
): Promise<Mode> {
  if (asked === 'ASYNC') return { mode: 'ASYNC', reason: message('REQUESTED') };
  if (readLater !== null) return laterMode(readLater, asked);
  const tooLarge = await tooLargeForRequest(rows, sourceFormat);
  const small = message('SMALL_SOURCE', { size: SYNC_BYTES, rows: SYNC_ROWS });
  if (tooLarge === null) return { mode: 'SYNC', reason: asked === 'SYNC' ? message('REQUESTED') : small };
  if (asked === 'AUTO') return { mode: 'ASYNC', reason: tooLarge };
  throw new LimitExceeded(message('TOO_LARGE_FOR_SYNC', { what: small, given: tooLarge }), SYNC_ROWS);
}

function laterMode(readLater: Message, asked: 'AUTO' | 'SYNC'): Mode {
  if (asked === 'AUTO') return { mode: 'ASYNC', reason: readLater };
  throw new InvalidInput([{ path: ['mode'], message: message('NOT_WITHIN_REQUEST', { cause: readLater }) }]);
}

/** Why not within the request; null where nothing speaks against it. */
async function tooLargeForRequest(source: RowSource, sourceFormat: SourceFormat | null): Promise<Message | null> {
  if (source.size !== null && source.size > SYNC_BYTES) return message('MORE_BYTES', { size: SYNC_BYTES });
  if (!sourceFormat) return null;
  try {
    for await (const group of source.rows(sourceFormat, null)) {
      if (group.end.row > SYNC_ROWS) return message('MORE_ROWS', { rows: SYNC_ROWS });
    }
  } catch (error) {
    // The plan will meet it again and keep it with the import.
    if (!(error instanceof SourceError)) throw error;
  }
  return null;
}
