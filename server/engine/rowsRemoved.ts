/** What to say where rows are asked for that were removed for their age: engine/store/removeDoneRows. */
export function rowsRemoved(importId: string): string {
  return `The rows of import ${importId} are no longer kept, for their age: import its source again.`;
}
