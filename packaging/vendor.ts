// Four packages are a third of what an installation weighed, for little of what is in them: Prisma's client has a query
// compiler for each of five databases, twice; date-fns is two functions here; GraphiQL comes as CommonJS and as a module;
// and Pothos' plug-in has Prisma's client as a peer. What the server uses of them is built into dist/vendor, and what is
// published depends on them no more.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { build } from 'vite';
import { bundledPackages } from './licenses.ts';

export const VENDORED: readonly string[] = [
  '@graphql-yoga/render-graphiql',
  '@pothos/plugin-prisma',
  '@prisma/client',
  'date-fns',
];

/** An import of a compiled module: `from 'x'`, `import 'x'`, `import('x')`. */
const IMPORT = /\b(from\s*|import\s*\(?\s*)(['"])([^'".][^'"]*)\2/g;

/** Builds what the compiled server imports of the vendored packages, and lets it import that. */
export async function vendor(dist: string, dependencies: readonly string[]): Promise<void> {
  const files = (await readdir(join(dist, 'server'), { recursive: true }))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(dist, 'server', name));
  const texts = new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)));
  const names = new Set([...texts.values()].flatMap(vendoredNames));
  await bundle(join(dist, 'vendor'), [...names], dependencies);
  for (const [file, text] of texts) {
    if (vendoredNames(text).length > 0) await writeFile(file, withVendored(text, relative(dirname(file), dist)));
  }
}

function vendoredNames(text: string): string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, , , name = '']) => (isVendored(name) ? [name] : []));
}

function isVendored(name: string): boolean {
  return VENDORED.some((vendored) => name === vendored || name.startsWith(`${vendored}/`));
}

function withVendored(text: string, toDist: string): string {
  return text.replaceAll(IMPORT, (whole, lead: string, quote: string, name: string) =>
    isVendored(name) ? `${lead}${quote}${toDist}/vendor/${fileOf(name)}.js${quote}` : whole,
  );
}

/** `@prisma/client/runtime/client` is `prisma-client-runtime-client`. */
function fileOf(name: string): string {
  return name
    .replace(/^@/, '')
    .replace(/\.mjs$/, '')
    .replaceAll('/', '-');
}

async function bundle(outDir: string, names: readonly string[], dependencies: readonly string[]): Promise<void> {
  const isInstalled = (name: string) =>
    !isVendored(name) && dependencies.some((each) => name === each || name.startsWith(`${each}/`));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [bundledPackages()],
    // Without the condition `node`, which stands for Prisma's CommonJS: that would have no named exports here.
    ssr: { noExternal: true, target: 'node', resolve: { conditions: ['module', 'import'] } },
    build: {
      ssr: true,
      outDir,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [fileOf(name), name])),
        external: (name) => isBuiltin(name) || isInstalled(name),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        preserveEntrySignatures: 'strict',
      },
    },
  });
}
