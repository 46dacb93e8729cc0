import { createHash } from 'node:crypto';
import { readerFor } from '../sources/detect.ts';
import { lookAt } from '../sources/look.ts';
import type { ByteSource } from '../sources/types.ts';
import type { RowSource } from './rowSource.ts';
import { settle } from './settle.ts';

/** The rows of a file, an upload, or rows that came inline. */
export function byteRows(bytes: ByteSource): RowSource {
  return {
    size: bytes.size,
    async hash() {
      const hash = createHash('sha256');
      for await (const part of bytes.read()) hash.update(part);
      return hash.digest();
    },
    look: (hints) => lookAt(bytes, hints),
    settle: (importer, requested) => settle(importer, requested, bytes),
    rows: (settled, from) => readerFor(settled).rows(bytes, settled, from),
  };
}
