/**
 * An operation with the types of its result and its variables, as GraphQL Code Generator makes it (its client preset,
 * with or without `documentMode: 'string'`), or a plain text.
 */
export type TypedDocument<Result, Variables> =
  | string
  | (DocumentTypes<Result, Variables> & { toString(): string })
  | (DocumentTypes<Result, Variables> & { readonly kind: 'Document'; readonly loc?: DocumentLocation | undefined });

interface DocumentTypes<Result, Variables> {
  /** Never there: it carries the types. */
  readonly __apiType?: (variables: Variables) => Result;
}

interface DocumentLocation {
  readonly source: { readonly body: string };
}

/** The text of an operation. Throws for a parsed document without its source (graphql's `noLocation`). */
export function textOf<Result, Variables>(document: TypedDocument<Result, Variables>): string {
  if (typeof document === 'string' || !('kind' in document)) return document.toString();
  if (document.loc) return document.loc.source.body;
  throw new TypeError("The document has lost its text. Use documentMode: 'string', or parse it with its location.");
}
