import { createHash } from 'node:crypto';
import { message } from '../../messages/catalogue.ts';
import { previewSource } from '../../sources/preview.ts';
import { type ByteSource, SourceError } from '../../sources/types.ts';
import type { RowSource } from './rowSource.ts';

/** The rows of a URL that nobody has fetched yet. Whoever looks at them asks for the beginning of what is there. */
export function urlRows(url: string, start: () => Promise<ByteSource>): RowSource {
  return {
    size: null,
    hash: async () => createHash('sha256').update(`url ${url}`).digest(),
    preview: async (hints) => previewSource(await start(), hints),
    detect: () => Promise.reject(notHere()),
    seeks: () => false,
    rows: () => {
      throw notHere();
    },
  };
}

/** The rows of an upload on another server's disk. Its plan, which runs there, reads it. */
export function remoteRows(size: number, sha256: Uint8Array): RowSource {
  return {
    size,
    hash: async () => sha256,
    preview: () => Promise.reject(notHere()),
    detect: () => Promise.reject(notHere()),
    seeks: () => false,
    rows: () => {
      throw notHere();
    },
  };
}

function notHere(): SourceError {
  return new SourceError(message('SOURCE_ELSEWHERE'));
}
