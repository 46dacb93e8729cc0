import type { SourceReader } from '../types.ts';
import { inspectCsv } from './inspect.ts';
import { readRows, seeks } from './rows.ts';

/** Reads CSV, TSV and their kin. */
export const csvReader: SourceReader = { inspect: inspectCsv, rows: readRows, seeks };
