/** LINK: it is the project's record with this id. CREATE: it is one of its own. IGNORE: records go without it. */
export type MatchAnswer =
  | { readonly action: 'LINK'; readonly entityId: string }
  | { readonly action: 'CREATE' }
  | { readonly action: 'IGNORE' };

export type MatchDecision = MatchAnswer & { readonly id: string };

/** A name as a source writes it, and what it may mean. */
export interface EntityName {
  readonly kind: string;
  readonly name: string;
  /** What the source says of where it is, such as a venue's city. */
  readonly place?: string;
}

export interface Reviewed {
  readonly decided: number;
  readonly releasedRows: number;
  /** The imports that the released rows belong to. */
  readonly releasedIn: readonly string[];
}

/** A kind that some importer of this process refers to. */
export interface KnownKind {
  readonly kind: string;
  readonly label: string;
  readonly hasPlace: boolean;
}
