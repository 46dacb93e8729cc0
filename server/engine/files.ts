import type { ByteSource } from '../sources/types.ts';

/** Where an import's rows are. Kept with the import. */
export type SourceRef =
  | { readonly kind: 'stored'; readonly fileId: string; readonly name: string }
  | { readonly kind: 'upload'; readonly uploadId: string; readonly storeId: string }
  | { readonly kind: 'import'; readonly importId: string };

/** Finished uploads, wherever they are kept. */
export interface UploadFiles {
  /** The store that this process reads and writes; null for a worker without one. */
  readonly storeId: string | null;
  /** The upload if it is finished, not expired and of this project; null otherwise. */
  find(projectId: string, uploadId: string): Promise<{ readonly name: string; readonly storeId: string } | null>;
  /** Its bytes. Throws an error of the environment where this process does not reach the upload's store. */
  open(uploadId: string): Promise<ByteSource>;
}
