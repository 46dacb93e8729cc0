import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './schema.ts';

/** Where the printed schema is kept, for clients and reviewers. */
export const SCHEMA_FILE = fileURLToPath(new URL('./schema.graphql', import.meta.url));

/** The schema as text, sorted, so that its history shows changes of meaning only. */
export function printSdl(): string {
  return `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}

if (import.meta.main) await writeFile(SCHEMA_FILE, printSdl());
