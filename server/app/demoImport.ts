import { readFile } from 'node:fs/promises';
import type { Engine } from '../engine/engine.ts';
import { features } from '../importers/features.ts';
import { demoProject } from '../setup/seed.ts';

/** The first import that a new administrator sees: a small file with errors of several kinds, really imported. */
export async function importSample(engine: Engine): Promise<void> {
  const found = features.find(({ sample }) => sample);
  if (!found?.sample) return;
  const { importer, sample } = found;
  await engine.startImport('sluice', {
    projectId: demoProject,
    importer: importer.name,
    source: { kind: 'file', name: sample.name, bytes: await readFile(sample.path) },
    idempotencyKey: 'demo-import',
  });
}
