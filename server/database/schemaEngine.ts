import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { DatabaseConfig } from './connections.ts';
import { openMigrationConnections } from './migrationAdapter.ts';

/** Sluice owns its schema whole; pg-boss keeps to a schema of its own. */
export const everything: SchemaFilter = { externalTables: [], externalEnums: [] };

// WebAssembly as far as it is needed: its types come with the browser's library only, which a server leaves out.
interface WasmExports {
  readonly __wbindgen_start: () => void;
}
interface Wasm {
  instantiate(code: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: WasmExports } }>;
}

// The package describes the module that its generated loader gives, not the raw bindings that the loader starts.
interface RawBindings {
  readonly __wbg_set_wasm: (exports: WasmExports) => void;
  readonly SchemaEngine: typeof SchemaEngine;
}

// The package itself keeps the one instance of its code in a module variable; loading twice would pull it away.
let loading: Promise<RawBindings> | undefined;

/** By hand, because Node's own import of WASM modules is experimental and says so on every start. */
async function load(): Promise<RawBindings> {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: Wasm };
  const raw = bindings as unknown as RawBindings;
  const loader = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const code = await readFile(loader.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': bindings });
  raw.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return raw;
}

/**
 * Prisma's schema engine as WASM. `prisma migrate` itself would download a binary, which a machine without internet
 * cannot. `schema` is the text of prisma/schema.prisma.
 */
export async function withSchemaEngine<T>(
  database: DatabaseConfig,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= load();
  const raw = await loading;
  const connections = openMigrationConnections(database);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(connections.factory);
    const options = { datamodels: [['prisma/schema.prisma', schema] satisfies [string, string]] };
    const engine = await raw.SchemaEngine.new(options, () => undefined, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await connections.close();
  }
}
