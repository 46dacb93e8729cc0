import type { ReferenceRules } from './reference.ts';
import { TABLE_KIND } from './review.ts';

/** A field of an importer that refers to another table. */
export interface FieldReference {
  readonly field: string;
  readonly rules: ReferenceRules;
  /** Where the table is the importer's own: the fields of the columns by which a record is found. */
  readonly ownFields: readonly string[] | null;
  /** Where it is: the kind of the importer's own records. */
  readonly ownType: string | null;
  /** The importer's table. */
  readonly ownTable: string;
  /** The column of that table with the key; null where a join table has it. */
  readonly column: string | null;
}

/** What the matches and rules of a table's records are kept under. */
export function kindOf({ to }: Pick<ReferenceRules, 'to'>): string {
  return `${TABLE_KIND}${to}`;
}

/** The key of a name in the review queue; the place is empty, as of all kinds without places. */
export function matchKeyOf(folded: string): string {
  return `${folded}|`;
}
