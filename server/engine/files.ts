import type { ByteSource } from '../sources/types.ts';

/** Where an import's rows are. Kept with the import. */
export type SourceRef =
  | { readonly kind: 'stored'; readonly fileId: string; readonly name: string }
  | { readonly kind: 'upload'; readonly uploadId: string; readonly storeId: string }
  | UrlRef
  | { readonly kind: 'import'; readonly importId: string };

/** A URL that the plan fetches, whole, before it reads it. */
export interface UrlRef {
  readonly kind: 'url';
  /** Without credentials and query, which may carry secrets. */
  readonly shownUrl: string;
  /** The whole URL, by the engine's Seal. */
  readonly sealed: string;
  /** Only processes with the same secret can open it. */
  readonly storeId: string;
}

export interface FinishedUpload {
  readonly name: string;
  readonly size: number;
  readonly storeId: string;
  /** Of the whole file. */
  readonly sha256: Uint8Array;
}

/** Finished uploads, wherever they are kept. */
export interface UploadFiles {
  /** The stores that this process reads. */
  readonly storeIds: readonly string[];
  /** The upload if it is finished, not expired and of this project; null otherwise. */
  find(projectId: string, uploadId: string): Promise<FinishedUpload | null>;
  /**
   * Its bytes. Throws SourceError where they are gone (UPLOAD_GONE) or fewer or more than were accepted (UPLOAD_DAMAGED),
   * also in the midst of a read; an error of the environment where this process does not reach the upload's store.
   */
  open(uploadId: string): Promise<ByteSource>;
  /** Reads the whole of it, and throws as `open` does where it is not what was accepted. */
  verify(uploadId: string, signal: AbortSignal): Promise<void>;
}
