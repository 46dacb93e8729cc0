/**
 * Places at which a column can be divided without a separator. LAST_SPACE counts words from the end: "Ludwig van" and
 * "Beethoven".
 */
export type SplitPlace = 'WHITE_SPACE' | 'LAST_SPACE' | 'LINE_BREAK';

/**
 * Divides a column's text among fields: at a separator, or at a place from a fixed list. There are no patterns of the
 * user's own, since one can take forever on a hostile cell.
 */
export interface ColumnSplit {
  /** Exactly one of the two is given. */
  readonly separator?: string;
  readonly at?: SplitPlace;
  /** A field for each part, in their order; null leaves a part out. The last one takes all that remains. */
  readonly fields: readonly (string | null)[];
}

/** One change of a text. Exactly one of its members is given. */
export interface TextStep {
  /** Removes white space at both ends; SPACES also makes each run of it within the text a single space. */
  readonly trim?: 'ENDS' | 'SPACES';
  readonly case?: 'UPPER' | 'LOWER' | 'TITLE';
  /** All occurrences of a plain text. */
  readonly replace?: { readonly find: string; readonly with: string };
  /** Signs around a number: currency signs and codes, or the percent sign. */
  readonly remove?: 'CURRENCY' | 'PERCENT';
}

/** What a field gets beside or instead of the cell of a column. */
export interface FieldRule {
  readonly field: string;
  /** The value of every row; no column goes to the field then. */
  readonly constant?: string;
  /** The cells of several columns that are not empty, in this order; no column goes to the field then. */
  readonly join?: { readonly columns: readonly string[]; readonly separator: string };
  /** Changes of the text, one after the other. */
  readonly steps?: readonly TextStep[];
  /** The value of a row that has none, after the steps. */
  readonly default?: string;
}
