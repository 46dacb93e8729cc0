export interface SuggestedColumn {
  readonly column: string;
  /** A field, the importer's catch-all, or null: the column is ignored. */
  readonly field: string | null;
  /** 0 to 1; 1 for a known format, an exact name, and a column that is left to the catch-all by a known format. */
  readonly confidence: number;
}

/** What a suggestion is made from. */
export interface SuggestionSource {
  readonly columns: readonly SuggestionColumn[];
  /** The known format that the headers match. */
  readonly format: string | null;
}

export interface SuggestionColumn extends SuggestedColumn {
  /** The first distinct values, at most 5, cut to 200 characters. They are a customer's data: mind where you send them. */
  readonly samples: readonly string[];
}

export interface SuggestionContext {
  readonly projectId: string;
  /** Aborted when the time is up: pass it to fetch. */
  readonly signal: AbortSignal;
}

/** A column's field as an author suggests it; null ignores the column. The confidence is 0 to 1, and 1 if absent. */
export interface GivenSuggestion {
  readonly column: string;
  readonly field: string | null;
  readonly confidence?: number;
}

/** How long an importer's own suggestion may take. */
export const SUGGESTION_SECONDS = 10;
