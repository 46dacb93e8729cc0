import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where an upload stands on the server, kept between two runs of the command. */
export interface UploadMemory {
  /** The URL of an upload of the same file, to the same place, that was begun; null when there is none. */
  find(): Promise<string | null>;
  keep(uploadUrl: string): Promise<void>;
  forget(): Promise<void>;
}

/** `what` tells one upload from all others: the file as it is now, and where it goes. */
export function createUploadMemory(folder: string, what: readonly string[]): UploadMemory {
  const name = createHash('sha256').update(JSON.stringify(what)).digest('hex');
  const file = join(folder, 'uploads', name);
  return {
    find: () =>
      readFile(file, 'utf8').then(
        (text) => text.trim() || null,
        () => null,
      ),
    async keep(uploadUrl) {
      await mkdir(join(folder, 'uploads'), { recursive: true, mode: 0o700 });
      await writeFile(file, `${uploadUrl}\n`, { mode: 0o600 });
    },
    forget: () => rm(file, { force: true }),
  };
}
