import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PublishedPackage } from './packageJson.ts';

/** A relative import of a declaration file: `from './x.ts'`, `import("./x.ts")`, and an import for nothing but types. */
const RELATIVE = /(from |import\(|import )(['"])(\.[^'"]+)\.tsx?\2/g;

/**
 * Makes the emitted declarations those of the package: the compiler leaves the names of the sources in them, and emits
 * all that an entry point stands on, of which a host's compiler reads but a part. Throws for an import that leads nowhere.
 */
export async function finishTypes(dist: string, exports: PublishedPackage['exports']): Promise<void> {
  const entries = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [join(dist, entry.types)],
  );
  const kept = new Set<string>();
  const pending = [...entries];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (kept.has(file)) continue;
    kept.add(file);
    const text = await readFile(file, 'utf8');
    for (const [, , , path] of text.matchAll(RELATIVE)) pending.push(join(dirname(file), `${path}.d.ts`));
    await writeFile(file, text.replaceAll(RELATIVE, '$1$2$3.js$2'));
  }
  const all = await readdir(dist, { recursive: true });
  const unread = all.filter((name) => name.endsWith('.d.ts') && !kept.has(join(dist, name)));
  await Promise.all(unread.map((name) => rm(join(dist, name))));
}
