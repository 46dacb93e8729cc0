import type { FormatHints } from '../../sources/types.ts';
import type { FieldRule } from './fieldRule.ts';
import type { AppliedMapping } from './import.ts';

/** A column mapping kept under a name, per project and importer. */
export interface SavedMapping {
  readonly id: string;
  readonly projectId: string;
  readonly importerName: string;
  readonly name: string;
  /** The columns of the source that it was made for. */
  readonly headers: readonly string[];
  /** As startImport takes it. */
  readonly mapping: readonly AppliedMapping[];
  readonly fieldRules: readonly FieldRule[];
  /** What was said of the source's format. */
  readonly format: FormatHints;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
