import { join } from 'node:path';
import { expect } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { findPostmaster, type Postmaster } from '../../server/database/postmaster.ts';
import { runSluice, type SluiceProcess } from './sluiceProcess.ts';

/** Runs `sluice serve` with its data in this folder, on a free port unless the variables name one. */
export async function serve(dataDir: string, variables: Readonly<Record<string, string>> = {}): Promise<SluiceProcess> {
  return runSluice('serve', { SLUICE_DATA_DIR: dataDir, PORT: String(await freePort()), ...variables });
}

/** The embedded Postgres that runs in a data folder. */
export function postmasterOf(dataDir: string): Promise<Postmaster | null> {
  return findPostmaster({ folder: join(dataDir, 'postgres') });
}

export async function expectRefusal(sluice: SluiceProcess, line: RegExp): Promise<void> {
  expect(await sluice.ended()).toBe(1);
  expect(sluice.complaints().trim().split('\n')).toEqual([expect.stringMatching(line)]);
}
