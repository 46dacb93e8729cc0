import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../graphql/schema.ts';
import { loadApiFeatures } from '../importers/features.ts';

/** Where the printed schema is kept, for clients and reviewers. */
export const SCHEMA_FILE = fileURLToPath(new URL('../graphql/schema.graphql', import.meta.url));

/** The schema as text, sorted, so that its history shows changes of meaning only. */
export async function printSdl(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(createSchema(await loadApiFeatures())))}\n`;
}

if (import.meta.main) await writeFile(SCHEMA_FILE, await printSdl());
