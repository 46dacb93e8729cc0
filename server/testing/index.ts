// The public face of the test kit: what the tests of an importer of your own import, as 'sluice/testing'.
export type { TestedFailedRow } from './store/readFailedRows.ts';
export type { TestedWarning } from './store/readWarnings.ts';
export type { TestedFieldChange, TestedImport, TestedOutcome } from './testedImport.ts';
export { type TestImporterOptions, testImporter } from './testImporter.ts';
