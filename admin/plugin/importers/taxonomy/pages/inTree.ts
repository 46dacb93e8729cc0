/** The address of the tree, opened down to a page of it. */
export function inTree(tree: string, id: string): string {
  return `${tree}?${new URLSearchParams({ node: id })}`;
}
