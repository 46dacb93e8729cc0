import type { TreeNode } from '../api.ts';

/** Siblings read at once: one node may have ten thousand below it, of which few are in sight. */
export const PAGE_OF_SIBLINGS = 100;

/** What is known of the nodes below one, or of the roots. */
export interface Branch {
  readonly total: number;
  /** Those read so far, by the number of their page, from 0. */
  readonly pages: ReadonlyMap<number, readonly TreeNode[]>;
  /** The pages that could not be read. */
  readonly refused: ReadonlySet<number>;
}

/** The roots are the branch without a parent. */
export const ROOTS = '';
export type Branches = ReadonlyMap<string, Branch>;

interface Place {
  /** Stays the same when what stands here is read. */
  readonly key: string;
  readonly level: number;
  /** The node above it, or ROOTS. */
  readonly parent: string;
  /** From 1, among `of` siblings. */
  readonly place: number;
  readonly of: number;
}

/** A line of the tree: a node, or the place of one that is not read yet. */
export type TreeRow =
  | (Place & { readonly kind: 'node'; readonly node: TreeNode; readonly open: boolean })
  | (Place & { readonly kind: 'blank'; readonly refused: boolean });

export function hasChildren(node: TreeNode): boolean {
  return (node.children?.totalCount ?? 0) > 0;
}

/** Which page of its siblings the one at this place is on. */
export function pageOf(place: number): number {
  return Math.floor((place - 1) / PAGE_OF_SIBLINGS);
}

export function keyAt(parent: string, place: number): string {
  return `${parent}/${place}`;
}

/** The lines from the roots down through every node that is open, in their order. */
export function treeRows(branches: Branches, open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (parent: string, level: number, expected: number) => {
    const branch = branches.get(parent);
    const of = branch?.total ?? expected;
    for (let place = 1; place <= of; place += 1) {
      const where = { key: keyAt(parent, place), level, parent, place, of };
      const page = pageOf(place);
      const node = branch?.pages.get(page)?.[(place - 1) % PAGE_OF_SIBLINGS];
      if (node === undefined) {
        rows.push({ ...where, kind: 'blank', refused: branch?.refused.has(page) ?? false });
        continue;
      }
      const isOpen = open.has(node.id);
      rows.push({ ...where, kind: 'node', node, open: isOpen });
      if (isOpen) add(node.id, level + 1, node.children?.totalCount ?? 0);
    }
  };
  add(ROOTS, 1, 0);
  return rows;
}
