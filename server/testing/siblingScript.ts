import { extname, join } from 'node:path';

/** The path of a script of this folder: TypeScript in a clone, compiled in an installed package. */
export function siblingScript(name: string): string {
  return join(import.meta.dirname, `${name}${extname(import.meta.filename)}`);
}
