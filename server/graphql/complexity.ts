import type { GraphQLField } from 'graphql';
import { PAGE_SIZE } from './paging.ts';

/**
 * What one operation may ask for, before any of it is read: levels of fields, fields as written (fragments as often as
 * they are spread), and fields of the result, where each entry that a list may have counts.
 */
export const DOCUMENT_LIMITS = { depth: 15, breadth: 1_000, complexity: 50_000 } as const;

/** For a field that looks at all records of an import: one in an operation passes, and a list of imports does not. */
export const WHOLE_IMPORT = 30_000;

/** How much a field asks for that says nothing of it itself: a list as much as a page of it may hold. */
export function fieldComplexity(args: Readonly<Record<string, unknown>>, _context: object, field: ListField) {
  if (!field.args.some(({ name }) => name === 'first')) return { field: 1, multiplier: 1 };
  const first = typeof args.first === 'number' ? args.first : PAGE_SIZE.default;
  return { field: 1, multiplier: Math.min(Math.max(first, 1), PAGE_SIZE.max) };
}

type ListField = Pick<GraphQLField<unknown, unknown>, 'args'>;
