// The public face of the SDK: what an importer of your own imports, and nothing else.
export * from './canonical.ts';
export * from './email.ts';
export * from './errors.ts';
export * from './fields.ts';
export * from './fieldTypes.ts';
export * from './importer.ts';
export * from './json.ts';
export * from './mergeFields.ts';
export * from './records.ts';
export * from './storable.ts';
export * from './suggestMapping.ts';
export * from './tableStore.ts';
