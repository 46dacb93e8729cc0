import type { DataStore } from '@tus/server';
import type { ByteSource } from '../sources/types.ts';

/** Where uploads are kept: a folder, or a bucket. */
export interface UploadStore {
  /** Processes that reach the same store agree on it: a plan of an upload is only given to one of them. */
  readonly id: string;
  /** What the upload server writes to. */
  readonly dataStore: DataStore;
  /** The bytes of a finished upload; null where the store has none of it. Rejects where the store cannot be reached. */
  open(uploadId: string, name: string): Promise<ByteSource | null>;
  /** Returns once every byte of the upload outlasts a loss of power. */
  secure(uploadId: string): Promise<void>;
  /** Does nothing where it is gone already. */
  remove(uploadId: string): Promise<void>;
}
