import { createHash } from 'node:crypto';
import { readerFor } from '../sources/detect.ts';
import { lookAt } from '../sources/look.ts';
import type { ByteSource } from '../sources/types.ts';
import type { RowSource } from './rowSource.ts';
import { settle } from './settle.ts';
import type { WayBack } from './wayBack/wayBack.ts';

/** The rows of a file, an upload, or rows that came inline. */
export function byteRows(bytes: ByteSource, wayBack: WayBack): RowSource {
  return {
    size: bytes.size,
    async hash() {
      const hash = createHash('sha256');
      for await (const part of bytes.read()) hash.update(part);
      return hash.digest();
    },
    look: async (hints) => wayBack.look(await lookAt(bytes, hints)),
    settle: (importer, requested) => settle(importer, requested, bytes, wayBack),
    seeks: (settled) => !bytes.isPacked && readerFor(settled).seeks(settled),
    rows: (settled, from) => wayBack.rows(settled, readerFor(settled).rows(bytes, wayBack.inFile(settled), from)),
  };
}
