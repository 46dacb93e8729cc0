import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { demoProject } from '../setup/seed.ts';

const SAMPLE = join(import.meta.dirname, '../../tests/fixtures/contacts-sample.csv');

/** The first import that a new administrator sees: a small file with faults of several kinds, really imported. */
export async function importSample(engine: Engine): Promise<void> {
  await engine.startImport('sluice', {
    projectId: demoProject,
    importer: 'contacts',
    source: { kind: 'file', name: 'contacts-sample.csv', bytes: await readFile(SAMPLE) },
    idempotencyKey: 'demo-import',
  });
}
