import { createHash } from 'node:crypto';
import { readerFor } from '../../sources/detect.ts';
import { previewSource } from '../../sources/preview.ts';
import type { ByteSource } from '../../sources/types.ts';
import type { Reimport } from '../failedRows/reimport.ts';
import { detectFormat } from './detectFormat.ts';
import type { RowSource } from './rowSource.ts';

/** The rows of a file, an upload, or rows that came inline. */
export function fileRows(bytes: ByteSource, reimport: Reimport): RowSource {
  return {
    size: bytes.size,
    async hash() {
      const hash = createHash('sha256');
      for await (const part of bytes.read()) hash.update(part);
      return hash.digest();
    },
    preview: async (hints) => reimport.preview(await previewSource(bytes, hints)),
    detect: (importer, requested, suggest) => detectFormat(importer, requested, { bytes, reimport, suggest }),
    seeks: (sourceFormat) => !bytes.isPacked && readerFor(sourceFormat).seeks(sourceFormat),
    rows: (sourceFormat, from) =>
      reimport.rows(sourceFormat, readerFor(sourceFormat).rows(bytes, reimport.inFile(sourceFormat), from)),
  };
}
