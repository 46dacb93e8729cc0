import { z } from 'zod';
import { VENDORED } from './vendor.ts';

const versions = z.record(z.string(), z.string());
const targets = z.record(z.string(), z.string());

/** What the published package takes from that of the clone. */
const clonePackage = z.looseObject({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  exports: targets,
  bin: targets,
  dependencies: versions,
  devDependencies: versions,
  peerDependencies: versions,
  overrides: versions,
});

/** What a path of an export leads to: its types, and its code. */
export interface PublishedExport {
  readonly types: string;
  readonly default: string;
}

export interface PublishedPackage {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, PublishedExport | string>>;
  readonly [key: string]: unknown;
}

/** The packages that a host of the plug-in has itself, since an app must have one copy of each. */
const HOSTS = [
  ...['react', 'react-dom', 'react-admin', 'react-router', 'react-router-dom', 'react-hook-form'],
  ...['@mui/material', '@mui/icons-material', '@mui/system', '@mui/utils', '@emotion/react', '@emotion/styled'],
  '@tanstack/react-query',
];

/** Whether a module that is imported by this name is the host's. */
export function isHostsPackage(name: string): boolean {
  return HOSTS.some((host) => name === host || name.startsWith(`${host}/`));
}

/**
 * A clone brings a Node along; what is published runs on that of the host. zstd and OpenTelemetry need 22.15, and importers
 * in TypeScript 22.18. server/sluice.mjs says so to an older one.
 */
const OLDEST_NODE = '>=22.18';

/** The package.json of what is published, from that of the clone. */
export function publishedPackage(content: unknown): PublishedPackage {
  const { name, version, description, license, exports, bin, dependencies, peerDependencies } =
    clonePackage.parse(content);
  return {
    ...{ name, version, description, license },
    type: 'module',
    engines: { node: OLDEST_NODE },
    exports: {
      ...Object.fromEntries(Object.entries(exports).map(([path, source]) => [path, compiledExport(source)])),
      './package.json': './package.json',
    },
    bin,
    // Modules do nothing when they are loaded, other than those that are run.
    sideEffects: ['./server/cli.js', './server/testing/reap.js', './server/testing/migrateDatabase.js'],
    dependencies: Object.fromEntries(Object.entries(dependencies).filter(([each]) => !VENDORED.includes(each))),
    peerDependencies,
    // A server needs none of them. What a host of the plug-in installs is in docs/guides/react-admin.md.
    peerDependenciesMeta: Object.fromEntries(Object.keys(peerDependencies).map((peer) => [peer, { optional: true }])),
  };
}

function compiledExport(source: string): PublishedExport | string {
  if (!source.endsWith('.ts')) return source;
  const base = source.slice(0, -'.ts'.length);
  return { types: `${base}.d.ts`, default: `${base}.js` };
}
