import type { TreeNode } from '../../api/types.ts';

/** What is known of the nodes below one, or of the roots: those read so far, of how many. */
export interface Branch {
  readonly nodes: readonly TreeNode[];
  readonly total: number;
  readonly state: 'loading' | 'ready' | 'failed';
}

/** The roots are the branch below nobody. */
export const ROOTS = '';
export type Branches = ReadonlyMap<string, Branch>;

/** A line of the tree as it is shown. */
export type TreeRow =
  | {
      readonly kind: 'node';
      readonly key: string;
      readonly level: number;
      readonly parent: string;
      readonly node: TreeNode;
      readonly open: boolean;
      /** From 1, among `of` siblings, also those that are not read yet. */
      readonly place: number;
      readonly of: number;
    }
  /** What stands for siblings that are not read yet: to be asked for, on their way, or refused. */
  | {
      readonly kind: 'more' | 'loading' | 'failed';
      readonly key: string;
      readonly level: number;
      readonly parent: string;
      readonly left: number;
    };

export function hasChildren(node: TreeNode): boolean {
  return (node.children?.totalCount ?? 0) > 0;
}

/** The lines from the roots down through every node that is open, in their order. */
export function treeRows(branches: Branches, open: ReadonlySet<string>, parent = ROOTS, level = 1): TreeRow[] {
  const branch = branches.get(parent);
  if (!branch) return [];
  const rows = branch.nodes.flatMap((node, index): TreeRow[] => {
    const isOpen = open.has(node.id);
    const place = { level, parent, place: index + 1, of: Math.max(branch.total, branch.nodes.length) };
    const row: TreeRow = { kind: 'node', key: node.id, node, open: isOpen, ...place };
    return isOpen ? [row, ...treeRows(branches, open, node.id, level + 1)] : [row];
  });
  const left = branch.total - branch.nodes.length;
  if (branch.state === 'ready' && left <= 0) return rows;
  const kind = branch.state === 'ready' ? 'more' : branch.state;
  return [...rows, { kind, key: `${kind} ${parent}`, level, parent, left }];
}
