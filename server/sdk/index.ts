// The public face of the SDK: what an importer of your own imports, and nothing else.

// The very zod that options are checked with.
export { z } from 'zod';
export * from '../messages/importerMessages.ts';
export * from './canonical.ts';
export * from './config.ts';
export * from './email.ts';
export * from './errors.ts';
export * from './fields.ts';
export * from './fieldTypes.ts';
export * from './hostTable/columnFields.ts';
export * from './hostTable/ensureTable.ts';
export type { NewId, Tenant } from './hostTable/hostShape.ts';
export * from './hostTable/tableImporter.ts';
export type { TableName } from './hostTable/tableName.ts';
export * from './importer.ts';
export * from './json.ts';
export * from './localNumbers.ts';
export * from './matchText.ts';
export * from './mergeFields.ts';
export * from './moment.ts';
export * from './records.ts';
export * from './reference/reference.ts';
export * from './reference/resolution.ts';
export * from './reference/review.ts';
export * from './storable.ts';
export * from './suggesting/suggestion.ts';
export * from './suggesting/suggestMapping.ts';
export * from './tableDescription.ts';
export * from './tableStore.ts';
